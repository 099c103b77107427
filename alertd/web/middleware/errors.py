"""Tells every refusal in the caller's own form: a page for people, a problem document (RFC 9457) for programs."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from aiohttp import web

from alertd.errors import Busy, Forged, Refused, StoreAway
from alertd.logs import EventLog
from alertd.web.callers import address_of
from alertd.web.keys import FORM, route_of
from alertd.web.rendering import page
from alertd.web.routing import Handler

SENTENCES = {
    400: "Yêu cầu không hợp lệ.",
    401: "Cần đăng nhập hoặc mã truy cập hợp lệ.",
    403: "Không có quyền thực hiện việc này.",
    404: "Không tìm thấy nội dung này.",
    405: "Địa chỉ này không nhận cách gọi vừa dùng.",
    408: "Dữ liệu gửi lên quá chậm.",
    413: "Dữ liệu gửi lên quá lớn.",
    415: "Không nhận loại dữ liệu này.",
    503: "Hệ thống đang bận; hãy thử lại sau ít phút.",
    500: "Hệ thống gặp lỗi. Sự việc đã được ghi lại; hãy thử lại hoặc báo người vận hành.",
}
DATABASE_AWAY = "Cơ sở dữ liệu tạm thời không làm việc. Chưa ghi nhận gì; hãy thử lại sau ít giây."
KEPT = ("Allow", "Retry-After", "WWW-Authenticate")
FOR_PROGRAMS = ("/api/", "/hooks/", "/healthz", "/readyz", "/metrics")

log = EventLog(__name__)


@web.middleware
async def tell_refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn whatever was raised below into an answer; redirects pass."""
    try:
        return await handler(request)
    except Refused as refused:
        if isinstance(refused, Forged):
            log.warning("hook_forged", path=request.path, remote=address_of(request), code=refused.code)
        headers = {"Retry-After": f"{refused.retry_after.total_seconds():.0f}"} if isinstance(refused, Busy) else {}
        return told(request, refused.status, refused.code, refused.sentence, headers)
    except StoreAway as away:
        log.warning("request_refused_while_the_database_is_away", path=request.path, reason=str(away))
        return told(request, 503, "database_away", DATABASE_AWAY, {"Retry-After": "5"})
    except web.HTTPException as error:
        if error.status < 400:
            raise
        return _told_by_status(request, error)
    except Exception as error:  # the last stop: a bug in one handler is logged and must not take the console down
        if isinstance(error, ConnectionError) and _has_left(request):
            log.info("request_broken_off", method=request.method, path=request.path, reason=str(error))
            return told(request, 400, "broken_off", SENTENCES[400])
        log.exception("request_failed", method=request.method, path=request.path)
        return told(request, 500, "internal", SENTENCES[500])


def _has_left(request: web.Request) -> bool:
    """Whether whoever asked has broken the line off; left to aiohttp that would be logged as a failure of ours."""
    return request.transport is None or request.transport.is_closing()


def _told_by_status(request: web.Request, error: web.HTTPException) -> web.Response:
    code = HTTPStatus(error.status).phrase.lower().replace(" ", "_")
    kept = {name: error.headers[name] for name in KEPT if name in error.headers}
    return told(request, error.status, code, SENTENCES.get(error.status, SENTENCES[400]), kept)


def told(request: web.Request, status: int, code: str, sentence: str, headers: Mapping[str, str] | None = None) -> web.Response:
    """The refusal as page or problem document."""
    response = _problem(status, code, sentence) if request.path.startswith(FOR_PROGRAMS) else _page(request, status, sentence)
    response.headers.update(headers or {})
    return response


def _problem(status: int, code: str, sentence: str) -> web.Response:
    body = {"type": f"urn:alertd:problem:{code}", "title": HTTPStatus(status).phrase, "status": status, "detail": sentence, "code": code}
    return web.json_response(body, status=status, content_type="application/problem+json")


def _page(request: web.Request, status: int, sentence: str) -> web.Response:
    """Back leads to the page on which the form stood: `/documents/12` for `/documents/12/approve`. A path of nobody's is not
    trusted with it: `//somewhere` would lead to another site.
    """
    is_ours = request.method == "POST" and route_of(request) is not None
    back = "/".join(request.path.split("/")[:3]) if is_ours else "/"
    form = request.get(FORM)
    return page(request, "error.html", status, code=status, sentence=sentence, back=back, typed=form.typed() if form else ())
