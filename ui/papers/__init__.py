"""Papers of a case (文书): what can be made, what is lacking, what was made, printed or saved."""
