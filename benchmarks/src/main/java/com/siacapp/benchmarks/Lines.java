package com.siacapp.benchmarks;

import com.siacapp.benchmarks.Operation.Clients;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the server is asked, line by line. */
final class Lines {

    private static final int USUAL_CLIENTS = 16;
    private static final List<Integer> NUMBERS_OF_MCP_CLIENTS = List.of(1, 16, 64);
    private static final String TOOL = "siac_get_user_info";

    private static final String METADATA = """
            {"client_name":"Benchmark","token_endpoint_auth_method":"none",\
            "redirect_uris":["http://127.0.0.1:43210/callback"],\
            "grant_types":["authorization_code","refresh_token"]}""";

    private final DemoCompany company;
    private final Site site;

    Lines(DemoCompany company) {
        this.company = company;
        this.site = company.site();
    }

    /**
     * One line of the table.
     *
     * @param clients how many do it at the same time
     */
    record Line(String name, int clients, Clients who) {}

    List<Line> all() {
        var lines = new ArrayList<Line>();
        lines.add(usual(
                "discovery",
                () -> repeating(site, site.get("/.well-known/oauth-authorization-server"), 200, "\"token_endpoint\"")));
        lines.add(usual("JWKS", () -> repeating(site, site.get("/oauth/jwks"), 200, "\"kty\"")));
        lines.add(usual("authorize + code exchange", this::authorizing));
        lines.add(usual("refresh", this::refreshing));
        lines.add(usual(
                "client credentials", () -> repeating(site, company.clientCredentials(), 200, "\"access_token\"")));
        lines.add(usual("introspection", this::introspecting));
        lines.add(usual(
                "registration",
                () -> repeating(site, site.postJson("/oauth/register", METADATA), 201, "\"client_id\"")));
        for (var way : McpRequest.values()) {
            NUMBERS_OF_MCP_CLIENTS.forEach(number -> lines.add(
                    new Line("tools/list " + way, number, () -> repeating(site, way.list(site, token()), 200, TOOL))));
        }
        for (var way : McpRequest.values()) {
            NUMBERS_OF_MCP_CLIENTS.forEach(number -> lines.add(new Line(
                    "tools/call " + way,
                    number,
                    () -> repeating(site, way.call(site, token(), TOOL), 200, company.email()))));
        }
        return lines;
    }

    /** Those that ask the same with other numbers of clients left out. */
    static List<Line> onceEach(List<Line> lines) {
        return lines.stream().filter(line -> line.clients() == USUAL_CLIENTS).toList();
    }

    private static Line usual(String name, Clients who) {
        return new Line(name, USUAL_CLIENTS, who);
    }

    /** The same request again and again, whose answer must have this status and this in it. */
    static Operation repeating(Site site, byte[] request, int status, String part) throws IOException {
        var connection = site.connect();
        return on(connection, () -> connection.send(request).require(status, part));
    }

    /** A person who is signed in, and whose app sends them again and again. */
    private Operation authorizing() throws IOException {
        var connection = site.connect();
        var request = site.get(company.authorizationRequest(), company.session());
        return on(connection, () -> {
            var code = Visitor.codeIn(connection.send(request).require(303, ""));
            connection.send(company.redemption(code)).require(200, "\"refresh_token\"");
        });
    }

    /** An app with a grant of its own, which trades each refresh token for the next. */
    private Operation refreshing() throws IOException {
        return new Refreshing(company, site.connect());
    }

    private static final class Refreshing implements Operation {

        private final DemoCompany company;
        private final Connection connection;
        private String token;

        Refreshing(DemoCompany company, Connection connection) throws IOException {
            this.company = company;
            this.connection = connection;
            this.token = refreshTokenIn(company.newTokens(connection));
        }

        @Override
        public void run() throws IOException {
            token = refreshTokenIn(connection.send(company.refresh(token)).require(200, "\"access_token\""));
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    private Operation introspecting() throws IOException {
        try (var connection = site.connect()) {
            var token = connection
                    .send(company.clientCredentials())
                    .require(200, "\"access_token\"")
                    .between("\"access_token\":\"", "\"");
            return repeating(site, company.introspection(token), 200, "\"active\":true");
        }
    }

    /** A new access token of the administrator's. */
    private String token() throws IOException {
        try (var connection = site.connect()) {
            return company.newTokens(connection).between("\"access_token\":\"", "\"");
        }
    }

    private static String refreshTokenIn(Reply answer) {
        return answer.between("\"refresh_token\":\"", "\"");
    }

    private static Operation on(Connection connection, Step step) {
        return new Operation() {
            @Override
            public void run() throws Exception {
                step.run();
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
