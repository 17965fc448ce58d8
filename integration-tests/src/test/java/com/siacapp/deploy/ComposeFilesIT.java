package com.siacapp.deploy;

import static com.siacapp.deploy.DeployFiles.each;
import static com.siacapp.deploy.DeployFiles.texts;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code deploy/compose.yaml} and {@code deploy/compose.dev.yaml}, and how Traefik is set up by the first. */
class ComposeFilesIT {

    /** A name and a version with a point in it, not a tag that moves. */
    static final Pattern PINNED = Pattern.compile("[a-z/-]+:v?\\d+\\.\\d[\\w.-]*(@sha256:[0-9a-f]{64})?( AS \\w+)?");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)");
    private static final Pattern OF_TRAEFIK = Pattern.compile("env \"(\\w+)\"");

    private static final JsonNode PRODUCTION = DeployFiles.all().get("compose");
    private static final JsonNode TRAEFIK = DeployFiles.all().get("traefik");

    @ParameterizedTest
    @ValueSource(strings = {"compose", "composeDev"})
    void the_specifications_schema_and_a_linter_find_nothing_in_it(String file) {
        assertThat(texts(DeployFiles.all().get(file).get("problems"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose", "composeDev"})
    void every_image_is_one_version_or_built_here(String file) {
        assertThat(services(file)).allSatisfy((name, service) -> {
            if (service.has("image")) {
                assertThat(service.get("image").asText()).matches(PINNED);
            } else {
                assertThat(service.at("/build/dockerfile").asText()).isEqualTo("deploy/Containerfile");
            }
        });
    }

    @Test
    void in_production_no_container_can_change_itself_or_gain_rights() {
        assertThat(services("compose")).hasSize(5).allSatisfy((name, service) -> {
            assertThat(service.get("read_only").asBoolean()).isTrue();
            assertThat(texts(service.get("cap_drop"))).containsExactly("ALL");
            assertThat(texts(service.get("security_opt"))).containsExactly("no-new-privileges:true");
            assertThat(service.has("privileged") || service.has("cap_add") || service.has("devices"))
                    .isFalse();
            assertThat(service.toString()).doesNotContain("docker.sock").doesNotContain("network_mode");
        });
    }

    @Test
    void in_production_everything_comes_back_after_a_fall_and_no_log_fills_the_disk() {
        assertThat(services("compose")).allSatisfy((name, service) -> {
            assertThat(service.get("restart").asText()).isEqualTo("unless-stopped");
            assertThat(service.at("/logging/options/max-size").asText()).isNotEmpty();
            assertThat(service.at("/logging/options/max-file").asText()).isNotEmpty();
        });
    }

    @Test
    void in_production_only_the_proxy_can_be_reached_from_elsewhere() {
        var open = services("compose").entrySet().stream()
                .filter(service -> ports(service.getValue()).anyMatch(port -> !port.startsWith("127.0.0.1:")))
                .map(Entry::getKey);
        assertThat(open).containsExactly("traefik");
        assertThat(ports(services("compose").get("traefik"))).containsExactly("80:8000", "443:8443");
        assertThat(ports(services("compose").get("server"))).isEmpty();
        assertThat(ports(services("compose").get("postgres"))).isEmpty();
    }

    @Test
    void in_development_only_this_computer_reaches_the_server_and_nobody_the_database() {
        assertThat(services("composeDev").values().stream().flatMap(ComposeFilesIT::ports))
                .containsExactly("127.0.0.1:8080:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose", "composeDev"})
    void only_the_server_shares_a_network_with_the_database(String file) {
        assertThat(DeployFiles.all()
                        .at("/" + file + "/file/networks/database/internal")
                        .asBoolean())
                .isTrue();
        var neighbours = services(file).entrySet().stream()
                .filter(service -> networks(service.getValue()).contains("database"))
                .map(Entry::getKey);
        assertThat(neighbours).containsExactlyInAnyOrder("postgres", "server");
        assertThat(networks(services(file).get("postgres"))).containsExactly("database");
    }

    @Test
    void every_variable_is_explained_in_the_example_of_settings() {
        var explained = SettingsExampleTest.keys().collect(toSet());
        assertThat(Stream.of("compose", "composeDev")
                        .flatMap(file -> variables(VARIABLE, DeployFiles.all().get(file))))
                .isNotEmpty()
                .isSubsetOf(explained);
        assertThat(names(services("compose").get("server").get("environment"))).isSubsetOf(explained);
    }

    @Test
    void traefik_has_the_variables_its_file_reads() {
        assertThat(variables(OF_TRAEFIK, TRAEFIK))
                .isNotEmpty()
                .isSubsetOf(names(services("compose").get("traefik").get("environment")));
    }

    @Test
    void every_file_that_is_mounted_is_there() {
        assertThat(services("compose").values().stream()
                        .flatMap(service -> texts(service.path("volumes")).stream())
                        .filter(volume -> volume.startsWith("./"))
                        .map(volume -> DeployFiles.FOLDER.resolve(volume.substring(0, volume.indexOf(':')))))
                .hasSizeGreaterThan(4)
                .allSatisfy(file -> assertThat(file).isRegularFile());
    }

    /** On a second network they share, the proxy would have an address that the server does not know. */
    @Test
    void the_server_believes_the_proxy_and_nobody_else() {
        assertThat(networks(services("compose").get("traefik")))
                .containsExactly("proxy")
                .isSubsetOf(networks(services("compose").get("server")));
        assertThat(PRODUCTION
                        .at("/file/services/server/environment/SIAC_TRUSTED_PROXIES")
                        .asText())
                .isNotEmpty()
                .isEqualTo(PRODUCTION
                        .at("/file/services/traefik/networks/proxy/ipv4_address")
                        .asText());
    }

    @Test
    void http_is_only_sent_on_to_https_which_is_modern_and_remembered_by_browsers() {
        assertThat(texts(services("compose").get("traefik").get("command")))
                .contains("--entryPoints.http.http.redirections.entryPoint.to=:443")
                .noneMatch(option -> option.startsWith("--accesslog") || option.startsWith("--api"));
        var file = TRAEFIK.get("file");
        assertThat(file.at("/tls/options/default/minVersion").asText()).isEqualTo("VersionTLS12");
        assertThat(file.at("/tls/options/default/sniStrict").asBoolean()).isTrue();
        assertThat(file.at("/http/middlewares/hsts/headers/stsSeconds").asInt()).isEqualTo(31_536_000);
        assertThat(each(file.at("/http/routers"))).hasSize(2).allSatisfy(router -> {
            assertThat(texts(router.get("entryPoints"))).containsExactly("https");
            assertThat(texts(router.get("middlewares"))).containsExactly("hsts");
            assertThat(router.at("/tls/certResolver").asText()).isEqualTo("letsencrypt");
        });
    }

    @Test
    void each_address_of_the_server_is_reached_by_its_own_host() {
        var paths = DeployFiles.paths().toList();
        assertThat(paths).hasSizeGreaterThan(20).allSatisfy(path -> {
            var routes = TRAEFIK.get("routes").get(path);
            if (DeployFiles.OF_THE_MCP_HOST.contains(path)) {
                assertThat(texts(routes.get("MCP_HOST"))).containsExactly("mcp");
            } else {
                assertThat(texts(routes.get("MCP_HOST"))).isEmpty();
                assertThat(texts(routes.get("AUTH_HOST"))).containsExactly("authorization");
            }
            assertThat(texts(routes.get("another"))).isEmpty();
        });
        assertThat(texts(TRAEFIK.at("/routes").get("/mcp").get("AUTH_HOST"))).isEmpty();
    }

    private static Map<String, JsonNode> services(String file) {
        var services = DeployFiles.all().at("/" + file + "/file/services");
        return services.properties().stream().collect(toMap(Entry::getKey, Entry::getValue));
    }

    private static Stream<String> ports(JsonNode service) {
        return texts(service.path("ports")).stream();
    }

    /** By name, whether they are a list or have settings. */
    private static List<String> networks(JsonNode service) {
        var networks = service.path("networks");
        return networks.isObject() ? names(networks) : texts(networks);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Entry::getKey).toList();
    }

    private static Stream<String> variables(Pattern pattern, JsonNode file) {
        return pattern.matcher(file.get("text").asText()).results().map(found -> found.group(1));
    }
}
