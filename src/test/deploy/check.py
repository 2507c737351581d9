"""The files of deploy/ against the schemas of those who read them; and that each check notices a slip."""
import pathlib
import sys

import compose_spec
import kubernetes_validate
import yaml

KUBERNETES = ("1.30", "1.37")


def kubernetes(text):
    resources = [each for each in yaml.safe_load_all(text) if each]
    for resource in resources:
        for version in KUBERNETES:
            kubernetes_validate.validate(resource, version, strict=True)
    return len(resources)


def compose(text):
    parsed = compose_spec.PyCompose.from_yaml(text)
    parsed.validate()
    return len(list(parsed.service_names if not callable(parsed.service_names) else parsed.service_names()))


def must_refuse(check, text, right, wrong):
    assert right in text, right
    try:
        check(text.replace(right, wrong, 1))
    except Exception:
        return
    sys.exit(f"a slip was not noticed: {wrong}")


cluster = pathlib.Path("deploy/kubernetes.yaml").read_text()
print(f"kubernetes.yaml: {kubernetes(cluster)} resources fit Kubernetes {' and '.join(KUBERNETES)}")
must_refuse(kubernetes, cluster, "readOnlyRootFilesystem", "readOnlyRootFileSystem")
must_refuse(kubernetes, cluster, "replicas: 2", "replicas: two")
must_refuse(kubernetes, cluster, "minAvailable: 1", "minimum: 1")

machine = pathlib.Path("deploy/compose.yaml").read_text()
print(f"compose.yaml: {compose(machine)} services fit the Compose specification")
must_refuse(compose, machine, "cap_drop", "cap_dropped")
must_refuse(compose, machine, "read_only: true", "read_only: perhaps")
