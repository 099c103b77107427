"""What serves the checkout and not the service: drawings for the documentation, figures, packages of the machine."""
