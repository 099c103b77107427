"""Builds the web application from the desk that the rest of the program wired."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiohttp import web

from alertd.web import keys
from alertd.web.api.events import end_streams
from alertd.web.middleware.csrf import refuse_forged_forms
from alertd.web.middleware.errors import tell_refusals
from alertd.web.middleware.headers import protect
from alertd.web.middleware.session import admit
from alertd.web.rendering import STATIC, set_up
from alertd.web.routes import ROUTES
from alertd.workflow.desk import Desk


def build(
    desk: Desk,
    *,
    timetable: Callable[[], str | None] = lambda: None,
    edges: Callable[[], Mapping[str, str]] = dict,
    drill_login: str | None = None,
) -> web.Application:
    """The console, the API, the hooks and the monitoring addresses of one desk.

    /readyz asks `timetable` why it does not work (None: it does) and shows the `edges` that are down. `drill_login` is the
    word by which /drill-login signs a drill's officer in; it opens nothing outside a drill.
    """
    app = web.Application(middlewares=[tell_refusals, admit, refuse_forged_forms])
    app[keys.DESK] = desk
    app[keys.TABLE] = {app.router.add_route(route.method, route.path, route.handler): route for route in ROUTES}
    app[keys.SURROUNDINGS] = keys.Surroundings(timetable, edges, drill_login)
    app[keys.STREAMS] = set()
    app.router.add_static("/static", STATIC)
    app.on_response_prepare.append(protect)
    app.on_shutdown.append(end_streams)
    set_up(app)
    return app
