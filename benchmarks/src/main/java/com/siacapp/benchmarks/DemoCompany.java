package com.siacapp.benchmarks;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/**
 * The demo company, with an app of its own and a program that acts by itself, both made on its pages.
 *
 * @param session the header of a browser with which its administrator is signed in
 * @param app the id of the app, to which its administrator consented once
 * @param program id and secret of the program
 */
record DemoCompany(Site site, String email, String session, String app, List<String> program) {

    private static final String REDIRECT_URI = "https://app.example/callback";

    /** The example of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    static DemoCompany prepared(RunningServer server) throws IOException {
        var site = server.site();
        var email = server.demo().getProperty("admin.email");
        var password = server.demo().getProperty("admin.password");
        try (var connection = site.connect()) {
            var administrator = Visitor.signedIn(site, connection, email, password);
            var app = shownOnce(administrator.submit(
                    administrator.open("/admin/clients/new"),
                    "redirect_uris",
                    Map.of("name", "Benchmark", "redirect_uris", REDIRECT_URI, "kind", "PUBLIC")));
            var program = shownOnce(administrator.submit(
                    administrator.open("/admin/clients/services/new"),
                    "scope",
                    Map.of("name", "Benchmark", "role", "VIEWER", "scope", "siac.templates.read", "jwks", "")));
            var session = administrator.cookieHeader();
            var company = new DemoCompany(site, email, session, app.get(0), program);
            Visitor.codeIn(administrator.submit(
                    administrator.open(company.authorizationRequest()), "decision", Map.of("decision", "allow")));
            return company;
        }
    }

    private static List<String> shownOnce(Reply page) {
        var codes =
                Jsoup.parse(page.require(200, "").text()).select(".once code").eachText();
        if (codes.isEmpty()) {
            throw new Reply.WrongAnswer("nothing is shown: " + page.text());
        }
        return codes;
    }

    String authorizationRequest() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", app);
        parameters.put("redirect_uri", REDIRECT_URI);
        parameters.put("code_challenge", CHALLENGE);
        parameters.put("code_challenge_method", "S256");
        parameters.put("state", "a-state-of-the-client");
        parameters.put("resource", site.address() + "/mcp");
        return "/oauth/authorize?" + Site.encoded(parameters);
    }

    /** The request that redeems a code. */
    byte[] redemption(String code) {
        return token(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "code_verifier", VERIFIER,
                "redirect_uri", REDIRECT_URI,
                "client_id", app,
                "resource", site.address() + "/mcp"));
    }

    /** The request that trades a refresh token for the next. */
    byte[] refresh(String token) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", token, "client_id", app));
    }

    /** The program's request for a token. */
    byte[] clientCredentials() {
        return token(Map.of("grant_type", "client_credentials"), programsName());
    }

    byte[] introspection(String token) {
        return site.postForm("/oauth/introspect", Map.of("token", token), programsName());
    }

    private String programsName() {
        return Site.basic(program.get(0), program.get(1));
    }

    private byte[] token(Map<String, String> form, String... headers) {
        return site.postForm("/oauth/token", form, headers);
    }

    /** What the token endpoint gives the app for a new grant of its administrator. */
    Reply newTokens(Connection connection) throws IOException {
        var code = Visitor.codeIn(connection.send(site.get(authorizationRequest(), session)));
        return connection.send(redemption(code)).require(200, "\"access_token\"");
    }
}
