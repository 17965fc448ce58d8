package com.siacapp.guides;

import com.siacapp.production.InProduction;
import com.siacapp.production.Production;
import com.siacapp.testkit.Database;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever runs it for a company and does what the guides say gets there. */
@ExtendWith(InProduction.class)
class ProductionGuidesIT {

    private static final Set<String> FOR_OPERATORS =
            Set.of("connecting-chatgpt.md", "deployment.md", "tls.md", "upgrading.md");

    private static final String URL_OF_THE_GUIDE = "jdbc:postgresql://localhost:5432/siac";

    private final Production production;

    ProductionGuidesIT(Production production) {
        this.production = production;
    }

    static boolean isForOperators(Page guide) {
        return FOR_OPERATORS.contains(guide.file().getFileName().toString());
    }

    static List<Page> guides() {
        return Page.guides().stream().filter(ProductionGuidesIT::isForOperators).toList();
    }

    @ParameterizedTest
    @MethodSource("guides")
    void what_a_guide_says_works(Page guide) throws IOException, InterruptedException {
        guide.run("sql").forEach(block -> statements(block).forEach(Database::execute));
        new Terminal(production.world(), names())
                .with(production.settings())
                .with(outside())
                .follow(guide);
    }

    /** What curl and Java need to get to these names, and to trust whoever vouches for them. */
    private Map<String, String> outside() {
        var proxy = URI.create(production.world().getOrDefault("HTTPS_PROXY", ""));
        return Map.of(
                "CURL_CA_BUNDLE",
                production.world().getOrDefault("NODE_EXTRA_CA_CERTS", ""),
                "JDK_JAVA_OPTIONS",
                "-Dhttps.proxyHost=%s -Dhttps.proxyPort=%d %s"
                        .formatted(
                                proxy.getHost(),
                                proxy.getPort(),
                                production.authority().asJavaOptions()));
    }

    /** With names of its own: one PostgreSQL is there for all tests. */
    private static List<String> statements(Block sql) {
        return List.of(sql.text()
                .replaceAll("\\bowner siac\\b", "owner " + Database.OWNER)
                .replaceAll("\\bsiac\\b", "guide")
                .replaceAll("\\bsiac_restored\\b", "guide_restored")
                .split(";\\s*"));
    }

    private List<Map.Entry<String, String>> names() {
        var url = production.settings().getOrDefault("SIAC_DB_URL", "");
        return List.of(
                Map.entry("auth.example.com", Production.SITE.issuer().getHost()),
                Map.entry("api.example.com", Production.SITE.resource().getHost()),
                Map.entry(
                        URL_OF_THE_GUIDE + "_restored",
                        quoted(url.replaceFirst("/[^/?]+(\\?|$)", "/guide_restored$1"))),
                Map.entry(URL_OF_THE_GUIDE, quoted(url)),
                Map.entry("SIAC_DB_USER=siac", "SIAC_DB_USER=" + Database.OWNER));
    }

    private static String quoted(String url) {
        return "'" + url + "'";
    }
}
