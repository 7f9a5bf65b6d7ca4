"""What deploy/ holds fits the bot: its settings, commands, routes and folders, as far as that shows without a container."""

import re
import shlex
import shutil
import subprocess
from fnmatch import fnmatch
from pathlib import Path

import click
import pytest
import yaml
from flask import Flask

import commands
from bot import create_app
from settings import load
from tests.project.test_documents import README, in_backticks, rows
from web.callback import MOST_BYTES
from web.front import PATH
from web.porter import ANSWERED

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
NGINX = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
PROCFILE = dict(line.split(": ", 1) for line in (ROOT / "Procfile").read_text(encoding="utf-8").splitlines())
# Of the Compose specification, those that are used here: a slip in a name would be ignored or refused on the machine.
SERVICE_KEYS = {
    "build", "cap_drop", "command", "depends_on", "env_file", "environment", "healthcheck", "image", "init", "mem_limit",
    "pids_limit", "ports", "read_only", "restart", "security_opt", "shm_size", "stop_grace_period", "tmpfs", "volumes",
}  # fmt: skip
HEALTH_KEYS = {"test", "interval", "timeout", "retries", "start_period"}
DOTENV = {
    "LINE_CHANNEL_SECRET": "0123456789abcdef",
    "LINE_CHANNEL_ID": "1234567890",
    "PUBLIC_URL": "https://tamngan.example.go.th",
    "POSTGRES_PASSWORD": "geheim",
    "DATA_DIR": "/var/lib/tamngan",  # as in .env.example
    "PORT": "9000",
    "SECRET_KEY": "a" * 32,
    "KEEP_MESSAGES_DAYS": "500",
}


def interpolated(value, given):
    """Return a value as Compose writes it: ${NAME:-else}, ${NAME:?what is missing}."""
    return re.sub(
        r"\$\{(\w+)(?::-([^}]*)|:\?[^}]*)\}", lambda found: given.get(found[1]) or found[2] or "", value
    )


def in_container(service, given=DOTENV):
    """Return a service's environment: the image's, then its file's, then its own."""
    image = dict(re.findall(r"(\w+)=(\S+)", re.search(r"^ENV (.*)$", DOCKERFILE, re.MULTILINE)[1]))
    own = {name: interpolated(value, given) for name, value in service["environment"].items()}
    return {**image, **given, **own}


def bots():
    return {name: each for name, each in COMPOSE["services"].items() if each["image"] == "tamngan"}


def registered_commands():
    app = Flask("deployed")
    commands.register(app)
    return set(app.cli.list_commands(click.Context(app.cli)))


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_a_service_speaks_the_words_of_the_specification(name):
    service = COMPOSE["services"][name]
    assert service.keys() <= SERVICE_KEYS
    assert service.get("healthcheck", {}).keys() <= HEALTH_KEYS
    assert {each["condition"] for each in service.get("depends_on", {}).values()} <= {"service_healthy"}
    for other in service.get("depends_on", {}):
        assert "healthcheck" in COMPOSE["services"][other], "who is waited for says when it is well"
    for volume in service["volumes"]:
        assert volume.split(":")[0] in COMPOSE["volumes"]


def test_every_variable_of_the_bot_is_a_setting_and_together_they_are_whole():
    known = {in_backticks(row[0])[0] for row in rows(README, "### Settings")}
    for service in bots().values():
        assert service["environment"].keys() <= known
        assert (DEPLOY / service["env_file"]).resolve() == ROOT / ".env"
        read = load(in_container(service))
        assert f"@{next(iter(service['depends_on']))}/" in read.database_url
        assert not read.work_in_web and read.keep.messages == 500 and read.channels[0].id == "1234567890"
    assert "worker" in bots(), "the web process only takes in"


def test_the_database_is_the_one_that_the_bot_is_told_of():
    given = COMPOSE["services"]["postgres"]["environment"]
    names = re.match(
        r"postgresql\+psycopg://(\w+):.*@postgres/(\w+)$", bots()["bot"]["environment"]["DATABASE_URL"]
    )
    assert names.groups() == (given["POSTGRES_USER"], given["POSTGRES_DB"])
    check = COMPOSE["services"]["postgres"]["healthcheck"]["test"][-1]
    assert f"--username {names[1]} --dbname {names[2]}" in check


def test_the_bot_can_write_where_its_data_is_and_nowhere_else():
    made = re.search(r"install -d -o (\w+) -g \1 -m 700 (.+?)\s*$", DOCKERFILE, re.MULTILINE)
    assert re.search(rf"^USER {made[1]}$", DOCKERFILE, re.MULTILINE)
    for service in bots().values():
        mounted = {each.split(":")[1] for each in service["volumes"]}
        assert service["read_only"] and mounted <= set(made[2].split())
        assert str(load(in_container(service)).data_dir) in mounted
        assert "/tmp" in service["tmpfs"]


def test_the_bot_listens_where_it_is_looked_for_and_says_that_it_is_well(house):
    service = bots()["bot"]
    port = load(in_container(service)).port
    address = re.search(r"http://127\.0\.0\.1:(\d+)(/\w+)", service["healthcheck"]["test"][-1])
    assert int(address[1]) == port
    assert create_app(house=house).test_client().get(address[2]).status_code == 200
    published = interpolated(service["ports"][0], {})
    assert published == f"127.0.0.1:{port}:{port}", "nobody but the proxy of this machine"
    assert set(re.findall(r"proxy_pass http://([^;]+);", NGINX)) == {f"127.0.0.1:{port}"}


def test_everybody_starts_the_same_programs():
    web, worker = shlex.split(PROCFILE["web"]), shlex.split(PROCFILE["worker"])
    assert yaml.safe_load(re.search(r"^CMD (.*)$", DOCKERFILE, re.MULTILINE)[1]) == web
    assert bots()["worker"]["command"] == worker
    for unit, words in (("tamngan.service", web), ("tamngan-worker@.service", worker)):
        start = re.search(
            r"^ExecStart=/opt/tamngan/\.venv/bin/(.*)$", (DEPLOY / unit).read_text(), re.MULTILINE
        )
        assert shlex.split(start[1]) == words
    assert (ROOT / web[1]).exists()
    assert {worker[-1], shlex.split(PROCFILE["release"])[-1]} <= registered_commands()


def test_the_image_holds_the_whole_bot_and_no_secrets():
    left_out = [each.rstrip("/") for each in (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines()]

    def is_left_out(name):
        return any(fnmatch(name, each) for each in left_out)

    for sources in re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, re.MULTILINE):
        assert (ROOT / sources).exists()
    needed = {path.parent.name for path in ROOT.glob("*/*.py")} - {"tests", "benchmarks", "docs", "scripts"}
    needed |= {path.name for path in ROOT.glob("*.py")} | {"locales", "fonts", "requirements.txt"}
    assert not [name for name in needed if is_left_out(name)]
    assert is_left_out(".env") and is_left_out("data") and is_left_out(".git")


def locations():
    """Return nginx's locations: (is it exact, path, what is done there)."""
    found = re.findall(r"^ {4}location (= )?(\S+)\s*\{ (.*) \}$", NGINX, re.MULTILINE)
    return [(bool(exact), path, does) for exact, path, does in found]


def at_nginx(path):
    """Return what nginx does with a path: an exact location goes first, then the longest that it begins with."""
    exact = [does for is_exact, name, does in locations() if is_exact and name == path]
    begun = [
        (len(name), does) for is_exact, name, does in locations() if not is_exact and path.startswith(name)
    ]
    return exact[0] if exact else max(begun)[1]


def test_nginx_passes_on_what_line_and_people_need_and_nothing_else(house):
    assert f"{MOST_BYTES // 2**20}m" == re.search(r"client_max_body_size (\w+);", NGINX)[1]
    assert "POST" in at_nginx(PATH) and "proxy_pass" in at_nginx(PATH)
    opened = {each.rule: each.methods for each in create_app(house=house).url_map.iter_rules()}
    assert len(opened) > 5
    for rule, methods in opened.items():
        is_shown = "proxy_pass" in at_nginx(re.sub(r"<[^>]+>", "1", rule))
        assert is_shown == (rule != "/metrics"), rule
        assert not is_shown or methods <= {"GET", "HEAD", "OPTIONS"}, "GET is all that is let through"
    assert all("proxy_pass" in at_nginx(path) for path in ANSWERED)
    for path in ("/", "/metrics", "/api", "/simulator", "/callback/more"):
        assert "return 404" in at_nginx(path)


@pytest.mark.parametrize("unit", ["tamngan.service", "tamngan-worker@.service"])
def test_a_unit_of_systemd_keeps_data_where_settings_put_it_and_is_well_formed(unit, tmp_path):
    text = (DEPLOY / unit).read_text(encoding="utf-8")
    state = re.search(r"^StateDirectory=(\w+)$", text, re.MULTILINE)[1]
    assert f"DATA_DIR=/var/lib/{state} " in text
    assert "ProtectSystem=strict" in text
    checker = shutil.which("systemd-analyze")
    if checker is None:
        return
    here = tmp_path / unit
    here.write_text(
        re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", text, flags=re.MULTILINE), encoding="utf-8"
    )
    said = subprocess.run([checker, "verify", here], capture_output=True, text=True, check=False, timeout=60)
    assert (said.returncode, said.stderr) == (0, "")
