"""Works with incydr's SDK, as it is published, on the server whose address is in the environment.

Prints one JSON object with what the server answered; an exception ends it with another status.
"""

import json
import os
from datetime import datetime, timedelta, timezone

import incydr
import requests

event_id = os.environ["EVENT_ID"]
client = incydr.Client(
    url=os.environ["INCYDR_URL"],
    api_client_id=os.environ["INCYDR_API_CLIENT_ID"],
    api_client_secret=os.environ["INCYDR_API_CLIENT_SECRET"],
)
cases = client.cases.v1
uid = os.environ["USER_UID"]
seen = {}

people = client.actors.v1
seen["actors"] = [
    [actor.actor_id, actor.name, actor.active]
    for actor in people.get_page(name_starts_with="SDK@", name_ends_with=".com").actors
]
seen["people"] = len(list(people.iter_all(page_size=3))) == len(people.get_page().actors) > 3
seen["inactive"] = people.get_page(active=False).actors

made = cases.create(
    name="From the SDK é 中文",
    subject=uid,
    assignee=uid,
    description="line one",
    findings="# Findings\n\n- one\n- two",
)
seen["created"] = [made.name, made.status, made.subject, made.assignee_username, made.findings]

now = datetime.now(timezone.utc)
seen["named"] = [case.number for case in cases.iter_all(name="sdk é")] == [made.number]
seen["assigned"] = made.number in [
    case.number for case in cases.iter_all(assignee=uid, is_assigned=True, page_size=7)
]
seen["createdNow"] = [
    case.number
    for case in cases.get_page(
        created_at=(now - timedelta(minutes=5), now + timedelta(minutes=5)), page_size=500
    ).cases
] == [made.number]
seen["open"] = {case.status for case in cases.iter_all(status="OPEN", page_size=11)} == {"OPEN"}
seen["total"] = len(list(cases.iter_all(page_size=13)))
names = [case.name for case in cases.iter_all(sort_key="name", sort_dir="desc")]
seen["sorted"] = len(names) == seen["total"] and len(set(names)) == len(names)

case = cases.get_case(made.number)
case.description = None
case.findings = case.findings + "\n- three"
updated = cases.update(case)
seen["updated"] = [updated.name, updated.description, updated.findings, updated.subject]
seen["read"] = cases.get_case(made.number) == updated

cases.add_file_events_to_case(case.number, [event_id])
events = cases.get_file_events(case.number)
seen["events"] = [event.event_id for event in events.events]
seen["detail"] = cases.get_file_event_detail(case.number, event_id).event.id

case.status = "CLOSED"
seen["closed"] = cases.update(case).status
try:
    case.name = "too late"
    cases.update(case)
    seen["late"] = "accepted"
except requests.HTTPError as error:
    seen["late"] = [error.response.status_code, error.response.json()["problem"]]

print(json.dumps(seen))
