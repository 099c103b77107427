"""The console, the API and the hooks, through HTTP, with the real store and the real workflow behind them."""
