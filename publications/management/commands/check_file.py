"""What the checks find in a file, by hand: the same as on upload."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from publications import sandboxed
from publications.checks.findings import Finding, Report
from publications.checks.names import of_file_name
from publications.checks.report import report_on

NOTHING_BLOCKING, BLOCKING, UNREADABLE = 0, 1, 2


class Command(BaseCommand):
    """`manage.py check_file FILE`."""

    help = (
        "Print what the checks find in a PDF or Word file, as JSON. Ends with 0 if nothing is blocking, with 1 if"
        " something is, with 2 if the file can't be read."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, help="A file anywhere; it is only read.")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Print the report and nothing else."""
        report = report_on(file, options=sandboxed.limits()).and_also(of_file_name(file.name))
        self.stdout.write(json.dumps(told(report), indent=2, ensure_ascii=False))
        status = exit_status(report)
        if status:
            raise SystemExit(status)


def exit_status(report: Report) -> int:
    """What the command ends with."""
    if report.unreadable:
        return UNREADABLE
    return BLOCKING if report.blocking else NOTHING_BLOCKING


def told(report: Report) -> dict[str, Any]:
    """The report with what each finding means, as JSON has it."""
    return {**report.as_json(), "findings": [{**each.as_json(), **meaning(each)} for each in report.findings]}


def meaning(finding: Finding) -> dict[str, str]:
    """How grave a finding is, what it is, and what to do."""
    return {"severity": finding.severity, "sentence": finding.sentence, "advice": finding.advice}
