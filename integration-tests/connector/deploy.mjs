// Reads the files of the folder deploy/ as the programs do that use them, and prints what they would say, and what is
// in them, as one line of JSON: node deploy.mjs FOLDER PATH…
// The paths are those whose way through Traefik is wanted.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parser as promql } from "@prometheus-io/lezer-promql";
import { DCLinter } from "dclint";
import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import { parse } from "yaml";

const [folder, ...paths] = process.argv.slice(2);
const read = (name) => readFileSync(join(folder, name), "utf8");
const yaml = (name) => parse(read(name), { merge: true });

// Of taste, where ours is another; who publishes which port is a test's of its own.
const OF_TASTE = [
  "no-unbound-port-interfaces",
  "service-keys-order",
  "service-ports-alphabetical-order",
  "services-alphabetical-order",
  "top-level-properties-order",
];

function containerfile() {
  const text = read("Containerfile");
  return {
    problems: validate(text).map((problem) => `line ${problem.range.start.line + 1}: ${problem.message}`),
    instructions: DockerfileParser.parse(text)
      .getInstructions()
      .map((instruction) => ({
        name: instruction.getKeyword(),
        text: instruction
          .getTextContent()
          .replace(/^\w+\s+/, "")
          .replaceAll(/\s*\\\n\s*/g, " "),
      })),
  };
}

function compose(name) {
  const linter = new DCLinter({
    rules: {
      ...Object.fromEntries(OF_TASTE.map((rule) => [rule, 0])),
      "require-quotes-in-ports": [1, { quoteType: "double" }],
    },
    quiet: false,
    debug: false,
    exclude: [],
  });
  const problems = linter
    .lintFiles([join(folder, name)], false)
    .flatMap((file) => file.messages)
    .map((problem) => `line ${problem.line}: ${problem.message} (${problem.rule})`);
  return { problems, text: read(name), file: yaml(name) };
}

// A query: what is wrong with it, the series it selects, the labels it groups or matches by, and those that the texts
// beside it name.
function query(where, text, texts) {
  // What Grafana puts in.
  const expression = text.replaceAll("$__rate_interval", "5m");
  const named = [...texts.join(" ").matchAll(/\{\{\s*(?:\$labels\.)?(\w+)\s*\}\}/g)].map((label) => label[1]);
  const found = { where, expression, problems: [], selectors: [], grouping: [], named };
  const said = (node) => expression.slice(node.from, node.to);
  promql.parse(expression).iterate({
    enter(node) {
      if (node.type.isError) {
        found.problems.push(`not PromQL at "${expression.slice(node.from)}"`);
      } else if (node.name === "VectorSelector") {
        found.selectors.push({ metric: said(node.node.firstChild), labels: [] });
      } else if (node.name === "UnquotedLabelMatcher") {
        const [label, operator, value] = ["LabelName", "MatchOp", "StringLiteral"].map((part) =>
          said(node.node.getChild(part)),
        );
        found.selectors.at(-1).labels.push({ label, operator, value: JSON.parse(value) });
      } else if (node.name === "LabelName" && node.node.parent.name === "GroupingLabels") {
        found.grouping.push(said(node));
      }
    },
  });
  return found;
}

// Which routers take a request, by its path and host: a rule of Traefik's is nearly an expression of JavaScript.
function traefik() {
  const file = yaml("traefik.yaml");
  const routers = Object.entries(file.http.routers).map(([name, router]) => {
    const rule = router.rule
      .replaceAll(/\{\{ env "(\w+)" \}\}/g, "$1")
      .replaceAll(/\bHost\(/g, "host.is(")
      .replaceAll(/\bPath\(/g, "path.is(")
      .replaceAll(/\bPathPrefix\(/g, "path.begins(");
    return { name, takes: new Function("host", "path", `return ${rule};`) };
  });
  const part = (value) => ({ is: (other) => value === other, begins: (prefix) => value.startsWith(prefix) });
  const taking = (host, path) =>
    routers.filter((router) => router.takes(part(host), part(path))).map((router) => router.name);
  const hosts = ["AUTH_HOST", "MCP_HOST", "another"];
  const routes = Object.fromEntries(
    paths.map((path) => [path, Object.fromEntries(hosts.map((host) => [host, taking(host, path)]))]),
  );
  return { text: read("traefik.yaml"), file, routes };
}

function alerts() {
  const rules = yaml("alerts.yaml").groups.flatMap((group) => group.rules);
  return { rules, queries: rules.map((rule) => query(rule.alert, rule.expr, Object.values(rule.annotations))) };
}

function dashboard() {
  const file = JSON.parse(read("grafana-dashboard.json"));
  const queries = file.panels.flatMap((panel) =>
    (panel.targets ?? []).map((target) => query(`${panel.title} ${target.refId}`, target.expr, [target.legendFormat])),
  );
  const marks = file.annotations.list.map((mark) => query(mark.name, mark.expr, [mark.titleFormat]));
  return { file, queries: [...queries, ...marks] };
}

console.log(
  JSON.stringify({
    containerfile: containerfile(),
    compose: compose("compose.yaml"),
    composeDev: compose("compose.dev.yaml"),
    traefik: traefik(),
    prometheus: yaml("monitoring/prometheus.yaml"),
    provisioning: {
      dashboards: yaml("monitoring/grafana-dashboards.yaml"),
      datasource: yaml("monitoring/grafana-datasource.yaml"),
    },
    alerts: alerts(),
    dashboard: dashboard(),
  }),
);
