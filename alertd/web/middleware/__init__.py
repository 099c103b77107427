"""What happens to every request before and after its handler: who asks, whether the form is genuine, how a refusal is told."""
