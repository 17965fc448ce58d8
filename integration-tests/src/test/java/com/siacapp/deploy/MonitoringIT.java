package com.siacapp.deploy;

import static com.siacapp.deploy.DeployFiles.each;
import static com.siacapp.deploy.DeployFiles.texts;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.fixture.BrokenTools;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.Person;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code deploy/alerts.yaml} and {@code deploy/grafana-dashboard.json} ask for numbers that the server has. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class MonitoringIT {

    private static final JsonNode ALERTS = DeployFiles.all().get("alerts");
    private static final JsonNode DASHBOARD = DeployFiles.all().get("dashboard");

    /** Numbers of Prometheus itself and of Traefik (its documentation, page "Metrics"), with their labels. */
    private static final Map<String, List<Series>> OF_OTHERS = Map.of(
            "up", List.of(new Series(Map.of())),
            "traefik_service_server_up",
                    List.of(new Series(Map.of("service", "siac@file", "url", "http://server:8080"))),
            "traefik_tls_certs_not_after", List.of(new Series(Map.of("cn", "", "sans", "", "serial", ""))));

    /** What Prometheus adds to each series. */
    private static final Set<String> OF_THE_TARGET = Set.of("instance", "job");

    private static final Pattern LINE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** The labels that set one number of a name apart from the others. */
    private record Series(Map<String, String> labels) {

        boolean isMeantBy(JsonNode selector) {
            return each(selector.get("labels"))
                    .filter(matcher ->
                            !OF_THE_TARGET.contains(matcher.get("label").asText()))
                    .allMatch(this::satisfies);
        }

        /** Unlike Prometheus, which takes a label that is not there for an empty one. */
        private boolean satisfies(JsonNode matcher) {
            var found = labels.get(matcher.get("label").asText());
            var wanted = matcher.get("value").asText();
            return found != null
                    && switch (matcher.get("operator").asText()) {
                        case "=" -> found.equals(wanted);
                        case "!=" -> !found.equals(wanted);
                        case "=~" -> found.matches(wanted);
                        default -> !found.matches(wanted);
                    };
        }
    }

    @Test
    void every_query_is_promql() {
        assertThat(queries())
                .hasSizeGreaterThan(40)
                .allSatisfy(query -> assertThat(texts(query.get("problems"))).isEmpty());
    }

    @Test
    void every_number_asked_for_is_there_with_these_labels() {
        var there = numbers();
        assertThat(queries())
                .allSatisfy(query -> assertThat(each(query.get("selectors")))
                        .as(
                                "%s: %s",
                                query.get("where").asText(),
                                query.get("expression").asText())
                        .isNotEmpty()
                        .allSatisfy(selector -> {
                            var metric = selector.get("metric").asText();
                            assertThat(there).containsKey(metric);
                            assertThat(there.get(metric)).anyMatch(series -> series.isMeantBy(selector));
                        }));
    }

    @Test
    void every_label_that_is_grouped_by_or_named_in_a_text_is_there() {
        var there = numbers();
        assertThat(queries()).allSatisfy(query -> {
            var grouping = Set.copyOf(texts(query.get("grouping")));
            each(query.get("selectors")).forEach(selector -> {
                var labels = labels(there.getOrDefault(selector.get("metric").asText(), List.of()));
                assertThat(labels).as(query.toString()).containsAll(grouping);
                assertThat(grouping.isEmpty() ? labels : grouping)
                        .as(query.toString())
                        .containsAll(texts(query.get("named")));
            });
        });
    }

    @Test
    void every_query_is_for_one_of_the_jobs_that_prometheus_asks() {
        var scraped = each(DeployFiles.all().at("/prometheus/scrape_configs")).toList();
        var jobs = scraped.stream().map(job -> job.get("job_name").asText()).toList();
        assertThat(queries().flatMap(query -> each(query.get("selectors")))).allSatisfy(selector -> {
            var job = each(selector.get("labels"))
                    .filter(label -> label.get("label").asText().equals("job"))
                    .toList();
            assertThat(job)
                    .singleElement()
                    .satisfies(label ->
                            assertThat(jobs).contains(label.get("value").asText()));
        });
        assertThat(scraped.stream().flatMap(job -> texts(job.at("/static_configs/0/targets")).stream()))
                .containsExactly("server:9990", "traefik:8082");
    }

    /** The node's one connection for signals, which stands for the database in {@code SiacWithoutDatabase}. */
    @Test
    void the_numbers_that_alerts_rest_on_are_counted() {
        var metrics = metrics();
        assertThat(value(metrics, "datasources_pool_in_use_count", "name=\"siac-signals\""))
                .isEqualTo(1);
        assertThat(value(metrics, "datasources_pool_available_count", "name=\"siac\""))
                .isBetween(1.0, 20.0);
        assertThat(value(metrics, "undertow_request_count_total", "type=\"http-listener\""))
                .isPositive();
        assertThat(value(metrics, "transactions_number_of_committed_transactions_total", ""))
                .isPositive();
    }

    @Test
    void every_alert_says_how_urgent_it_is_what_happened_and_what_to_do() {
        var rules = each(ALERTS.get("rules")).toList();
        assertThat(rules).hasSizeGreaterThan(10).allSatisfy(rule -> {
            assertThat(rule.get("alert").asText()).matches("Siac[A-Z]\\w+");
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
            assertThat(rule.at("/annotations/description").asText()).endsWith(".");
            assertThat(names(rule)).isSubsetOf("alert", "expr", "for", "labels", "annotations");
        });
        assertThat(rules).extracting(rule -> rule.get("alert").asText()).doesNotHaveDuplicates();
    }

    @Test
    void every_panel_has_its_place_a_unit_and_the_chosen_source() {
        var taken = new HashSet<List<Integer>>();
        assertThat(each(DASHBOARD.at("/file/panels"))
                        .map(panel -> panel.get("id").asInt()))
                .doesNotHaveDuplicates();
        assertThat(each(DASHBOARD.at("/file/panels"))).hasSizeGreaterThan(20).allSatisfy(panel -> {
            assertThat(panel.get("title").asText()).isNotEmpty();
            assertThat(cells(panel.get("gridPos"))).allMatch(taken::add, "taken by no other panel");
            if (!panel.get("type").asText().equals("row")) {
                assertThat(panel.get("type").asText()).isIn("stat", "timeseries");
                assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotEmpty();
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
                assertThat(each(panel.get("targets"))
                                .map(target -> target.get("refId").asText()))
                        .isNotEmpty()
                        .doesNotHaveDuplicates();
            }
        });
    }

    @Test
    void grafana_finds_dashboard_and_source_where_compose_puts_them() {
        var mounted = texts(DeployFiles.all().at("/compose/file/services/grafana/volumes"));
        var folder = DeployFiles.all()
                .at("/provisioning/dashboards/providers/0/options/path")
                .asText();
        assertThat(mounted).contains("./grafana-dashboard.json:" + folder + "/siac.json:ro");
        assertThat(DeployFiles.all()
                        .at("/compose/file/services/grafana/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
                        .asText())
                .isEqualTo(folder + "/siac.json");
        assertThat(DeployFiles.all()
                        .at("/provisioning/datasource/datasources/0/url")
                        .asText())
                .isEqualTo("http://prometheus:9090");
        assertThat(texts(DeployFiles.all().at("/prometheus/rule_files"))).containsExactly("alerts.yaml");
    }

    private static Stream<JsonNode> queries() {
        return Stream.of(ALERTS, DASHBOARD).flatMap(file -> each(file.get("queries")));
    }

    private static Set<String> labels(List<Series> series) {
        return Stream.concat(OF_THE_TARGET.stream(), series.stream().flatMap(one -> one.labels().keySet().stream()))
                .collect(toSet());
    }

    /** Some are there only from the first request of their kind on: those that work, and those that fail. */
    private static Map<String, List<Series>> numbers() {
        Mcp.as(Person.AUTHOR).call("siac_get_user_info", Map.of());
        Mcp.as(Person.AUTHOR).call(BrokenTools.NAME).expectError(-32603);
        Http.get("/oauth/authorize");
        var numbers = new HashMap<>(OF_OTHERS);
        LINE.matcher(metrics()).results().forEach(line -> {
            var labels = new HashMap<String, String>();
            if (line.group(2) != null) {
                LABEL.matcher(line.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
            }
            numbers.merge(
                    line.group(1),
                    List.of(new Series(labels)),
                    (some, more) -> Stream.of(some, more).flatMap(List::stream).toList());
        });
        return numbers;
    }

    private static String metrics() {
        return Http.visit(URI.create("http://localhost:" + System.getProperty("siac.management.port") + "/metrics"))
                .body();
    }

    private static double value(String metrics, String name, String label) {
        return LINE.matcher(metrics)
                .results()
                .filter(line -> line.group(1).equals(name))
                .filter(line -> String.valueOf(line.group(2)).contains(label))
                .mapToDouble(line -> Double.parseDouble(line.group(3)))
                .sum();
    }

    private static Stream<List<Integer>> cells(JsonNode place) {
        var left = place.get("x").asInt();
        var top = place.get("y").asInt();
        assertThat(left + place.get("w").asInt()).isLessThanOrEqualTo(24);
        return Stream.iterate(left, x -> x < left + place.get("w").asInt(), x -> x + 1)
                .flatMap(x -> Stream.iterate(top, y -> y < top + place.get("h").asInt(), y -> y + 1)
                        .map(y -> List.of(x, y)));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
