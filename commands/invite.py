"""invite: a single-use code by which a person takes up a post."""

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from commands.house import current_house, the_province
from commands.refuse import refuse
from models.agency import Agency, agency_named
from models.audit import note
from models.invite import NoSuchActivity, invite_to_post
from models.plan import current_year
from models.province import Province
from rules.role import Role


@click.command("invite")
@click.option(
    "--role", required=True, type=click.Choice([str(role) for role in Role]), help="What the person is."
)
@click.option("--agency", help="The agency's name as in the plan; needed for officers and heads.")
@click.option(
    "--activity",
    "numbers",
    multiple=True,
    type=int,
    metavar="NO",
    help="Only this activity; may be repeated.",
)
@click.option(
    "--oversees",
    multiple=True,
    metavar="AGENCY",
    help="For a deputy: only this agency; may be repeated.",
)
@click.option(
    "--district",
    "districts",
    multiple=True,
    metavar="NAME",
    help="For a district chief: only this district; may be repeated.",
)
@click.option(
    "--year", type=int, metavar="BE", help="The plan's fiscal year, such as 2564; by default this one."
)
@click.option("--name", help="The person's name, so that the person need not type it.")
@click.option("--title", help="The post's title.")
@click.option("--province", help="The province; may be left out where there is only one.")
@with_appcontext
def invite(
    role: str,
    agency: str | None,
    numbers: tuple[int, ...],
    oversees: tuple[str, ...],
    districts: tuple[str, ...],
    year: int | None,
    name: str | None,
    title: str | None,
    province: str | None,
) -> None:
    """Print a single-use join code. It is shown once and kept nowhere."""
    house = current_house()
    now = house.clock.now()
    with house.db.write() as session:
        home = the_province(session, province)
        if Role(role) in (Role.OFFICER, Role.HEAD) and not agency:
            refuse(f"--agency: an {role} needs an agency of the plan")
        office = agency_named(session, home.id, agency) if agency else None
        if agency and office is None:
            refuse(f"--agency: {agency!r} is not in the plan of {home.name}")
        if (oversees or districts) and Role(role) is not Role.EXECUTIVE:
            refuse("--oversees, --district: only an executive's post has an area")
        try:
            code, row = invite_to_post(
                session,
                home.id,
                Role(role),
                office,
                now=now,
                year_be=year or current_year(session, home.id, now.date()),
                activity_nos=numbers,
                title=title,
                holder_name=name,
                oversees=[_overseen(session, home, each) for each in oversees],
                districts=districts,
            )
        except NoSuchActivity as error:
            refuse(f"--activity: {error}")
        note(session, now, "invited", province_id=home.id, role=role, code=row.id)
    print(code)


def _overseen(session: Session, home: Province, name: str) -> Agency:
    office = agency_named(session, home.id, name)
    if office is None:
        refuse(f"--oversees: {name!r} is not in the plan of {home.name}")
    return office
