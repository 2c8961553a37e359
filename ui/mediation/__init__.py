"""What mediators see alone (矛盾纠纷): intake, the dispute's page, the spot, the desk."""
