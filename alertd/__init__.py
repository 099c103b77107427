"""alertd reads urgent official telegrams (công điện), tells the bodies they order to act, and follows every answer."""
