#!/usr/bin/env python3
"""Sends published signature vectors to a running service, and tells which were taken.

    mvn -DskipTests package && src/test/scripts/hook_vectors.py VECTORS.json

VECTORS.json holds {"vectors": [{id, scheme, secret | secret_hex | ..., method, uri, body, timestamp, webhook_id, header,
expected, ...}]}. The service is started by this script, on loopback and in a folder of its own, with its clock set to the
time of the vector; it is stopped again. Needs Python 3 and nothing else. Exit status 1 where one was not answered as expected.
"""
import argparse
import datetime
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

PORT = 8096
BASE = f"http://localhost:{PORT}"
JAR = os.path.join(os.path.dirname(__file__), "../../../target/quarkus-app/quarkus-run.jar")


class Service:
    """The packaged service, at a time of its own."""

    def __init__(self, folder, clock):
        settings = [f"-Dquarkus.http.port={PORT}", f"-Dgroundswell.data-dir={folder}"]
        if clock:
            settings.append(f"-Dgroundswell.clock={clock}")
        self.process = subprocess.Popen(
            ["java", *settings, "-jar", JAR], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.folder = folder

    def __enter__(self):
        for _ in range(240):
            try:
                urllib.request.urlopen(BASE + "/q/health/ready").close()
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.25)
        with open(os.path.join(self.folder, "demo-keys.json"), encoding="utf-8") as keys:
            self.admin = json.load(keys)["admin"]
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)

    def connect(self, kind, **more):
        body = json.dumps({"kind": kind, "name": "vector", "source": "vectors", **more}).encode()
        headers = {"Authorization": "Bearer " + self.admin, "Content-Type": "application/json"}
        with urllib.request.urlopen(urllib.request.Request(BASE + "/v1/connections", body, headers)) as answer:
            return urllib.parse.urlsplit(json.load(answer)["hook_url"]).path


def send(path, method, headers, body):
    request = urllib.request.Request(BASE + path, body if method == "POST" else None, headers, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.code


def recipe(secret, **recipe):
    """A connection of one's own recipe: for schemes that no kind ships with."""
    return {"secrets": {"secret": secret}, "proofs": [{"kind": "signature", "secret": "secret", "recipe": recipe}]}


def connection(service, vector):
    """The hook for a vector's scheme."""
    scheme, secret = vector["scheme"], vector.get("secret")
    called = urllib.parse.urlsplit(vector["uri"]) if "uri" in vector else None
    more = {"called_url": f"{called.scheme}://{called.netloc}{called.path}"} if called else {}
    if scheme.startswith("hubspot"):
        return service.connect("hubspot", secrets={"client_secret": secret}, **more)
    if scheme == "standard-webhooks":
        return service.connect("standard_webhooks", secrets={"secret": secret})
    if scheme == "x-hub-signature-256":
        return service.connect("signed_json", secrets={"secret": secret})
    if scheme == "close":
        return service.connect("close", secrets={"signature_key": vector["secret_hex"]})
    if scheme.startswith("espocrm"):
        return service.connect("espocrm", secrets={"secret": secret})
    if scheme == "twenty":
        return service.connect("twenty", secrets={"secret": secret})
    if scheme == "rfc9421":
        return service.connect("http_signatures", secrets={"secret": vector["secret_base64"]})
    if scheme == "rfc9421-ed25519":
        pem = "-----BEGIN PUBLIC KEY-----\n" + vector["public_key_spki_base64"] + "\n-----END PUBLIC KEY-----"
        return service.connect("http_signatures", secrets={"public_key": pem})
    return service.connect(
        "json", **recipe(secret, header=vector["header"], algorithm="hmac_sha256", parts=["{body}"], encoding="hex"))


def headers(vector):
    scheme, expected = vector["scheme"], vector["expected"]
    given = {"Content-Type": "application/json", vector["header"]: vector.get("header_value", expected)}
    if scheme in ("hubspot-v1", "hubspot-v2"):
        given["X-HubSpot-Signature-Version"] = scheme[-2:]
    if scheme == "hubspot-v3":
        given["X-HubSpot-Request-Timestamp"] = vector["timestamp"]
    if scheme == "standard-webhooks":
        given.update({"webhook-id": vector["webhook_id"], "webhook-timestamp": vector["timestamp"]})
    if scheme == "close":
        given["close-sig-timestamp"] = vector["timestamp"]
    if scheme == "twenty":
        given["X-Twenty-Webhook-Timestamp"] = vector["timestamp"]
    if scheme.startswith("rfc9421"):
        base = vector["signature_base"]
        given["Signature-Input"] = expected.split("=:")[0] + "=" + base.split('"@signature-params": ')[1]
        given["Date"] = base.split('"date": ')[1].split("\n")[0]
    return given


def clock(vector):
    text = vector.get("timestamp")
    if not text and "created=" in vector.get("signature_base", ""):
        text = vector["signature_base"].split("created=")[1].split(";")[0]
    if not text:
        return None
    seconds = int(text) / (1000 if len(text) > 11 else 1)
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vectors")
    with open(parser.parse_args().vectors, encoding="utf-8") as file:
        vectors = json.load(file)["vectors"]
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="groundswell-vectors-") as folder:
        for time_of_it in sorted({clock(each) or "" for each in vectors}):
            with Service(folder, time_of_it) as service:
                for vector in (each for each in vectors if (clock(each) or "") == time_of_it):
                    path = connection(service, vector)
                    query = urllib.parse.urlsplit(vector.get("uri", "")).query
                    body = vector.get("body", "{}").encode()
                    target = path + ("?" + query if query else "")
                    method = vector.get("method", "POST")
                    right = send(target, method, headers(vector), body)
                    # the same signature for another body must never do
                    forged = send(target, "POST", headers(vector), body + b" ")
                    taken = right // 100 == 2
                    # neither covers the body: they verify, and have to be refused by policy
                    expected = not vector["scheme"].startswith("rfc9421")
                    good = taken == expected and forged == 401
                    wrong += not good
                    print(f"{'as expected' if good else 'WRONG':12} {right} forged {forged}  {vector['id']}")
    print(f"{len(vectors) - wrong} of {len(vectors)} as expected")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
