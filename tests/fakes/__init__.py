"""Stand-ins for what lies outside the process: the time, a province with its telephones, a database server."""
