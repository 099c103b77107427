# The daemon in a container: `docker run -p 8080:8080 -v alertd:/data alertd`, the drill with `docker run -p 8080:8080 alertd drill --port 8080`.
# Python is the version that the locks are resolved and the tests run on.
FROM python:3.11-slim AS build
WORKDIR /build
RUN python -m venv /venv
COPY requirements.lock ./
RUN /venv/bin/pip install --no-cache-dir --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE config.toml ./
COPY contacts contacts
COPY templates templates
COPY alertd alertd
RUN /venv/bin/pip install --no-cache-dir --no-deps .

FROM python:3.11-slim
# A font with Vietnamese letters, for invitations as PDF.
RUN apt-get update && apt-get install --yes --no-install-recommends fonts-dejavu-core && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /data alertd && install --directory --owner alertd /data
COPY --from=build /venv /venv
# Inside the container every address is its own; who may reach it is decided by the port that is published.
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 ALERTD_WEB__HOST=0.0.0.0 ALERTD_WEB__PORT=8080 ALERTD_LOG__FORMAT=json
USER alertd
# A config.toml, contacts/ or templates/ laid in here go before the packaged ones; the database lies in var/.
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"ALERTD_WEB__PORT\"]}/healthz', timeout=4)"]
ENTRYPOINT ["alertd"]
CMD ["serve"]
