"""Papers (文书): the documents of a case, filled into templates that an office can edit."""
