package com.siacapp.doctor.boundary;

import static com.siacapp.doctor.boundary.ProxyFault.issuer;
import static com.siacapp.doctor.boundary.ProxyFault.page;
import static com.siacapp.doctor.entity.Fault.AUTHORIZATION_ERROR;
import static com.siacapp.doctor.entity.Fault.AUTHORIZATION_STRIPPED;
import static com.siacapp.doctor.entity.Fault.BLOCKED;
import static com.siacapp.doctor.entity.Fault.CHALLENGE_OF_ANOTHER_SCHEME;
import static com.siacapp.doctor.entity.Fault.CHALLENGE_WITHOUT_METADATA;
import static com.siacapp.doctor.entity.Fault.CLIENT_FORGOTTEN;
import static com.siacapp.doctor.entity.Fault.CLIENT_LEFT;
import static com.siacapp.doctor.entity.Fault.CODE_NOT_CHECKED;
import static com.siacapp.doctor.entity.Fault.CORS_MISSING;
import static com.siacapp.doctor.entity.Fault.DOCUMENT_REDIRECTED;
import static com.siacapp.doctor.entity.Fault.ENDPOINT_MISSING;
import static com.siacapp.doctor.entity.Fault.FOREIGN_ENDPOINT;
import static com.siacapp.doctor.entity.Fault.FOREIGN_METADATA;
import static com.siacapp.doctor.entity.Fault.HTML_INSTEAD_OF_JSON;
import static com.siacapp.doctor.entity.Fault.INVALID_MEMBER;
import static com.siacapp.doctor.entity.Fault.ISSUER_MISMATCH;
import static com.siacapp.doctor.entity.Fault.ISSUER_SLASH;
import static com.siacapp.doctor.entity.Fault.NOT_JSON;
import static com.siacapp.doctor.entity.Fault.NOT_PROTECTED;
import static com.siacapp.doctor.entity.Fault.NO_AUTHORIZATION_SERVER;
import static com.siacapp.doctor.entity.Fault.NO_CHALLENGE;
import static com.siacapp.doctor.entity.Fault.NO_CLIENT_DOCUMENTS;
import static com.siacapp.doctor.entity.Fault.NO_ISS;
import static com.siacapp.doctor.entity.Fault.NO_KEYS;
import static com.siacapp.doctor.entity.Fault.NO_PUBLIC_CLIENTS;
import static com.siacapp.doctor.entity.Fault.NO_REFRESH;
import static com.siacapp.doctor.entity.Fault.NO_S256;
import static com.siacapp.doctor.entity.Fault.POST_NOT_ALLOWED;
import static com.siacapp.doctor.entity.Fault.POST_REDIRECTED;
import static com.siacapp.doctor.entity.Fault.PRIVATE_KEYS;
import static com.siacapp.doctor.entity.Fault.REDIRECT_REFUSED;
import static com.siacapp.doctor.entity.Fault.REGISTRATION_CHANGED;
import static com.siacapp.doctor.entity.Fault.REGISTRATION_LIMITED;
import static com.siacapp.doctor.entity.Fault.REGISTRATION_REFUSED;
import static com.siacapp.doctor.entity.Fault.RESOURCE_MISMATCH;
import static com.siacapp.doctor.entity.Fault.RESOURCE_SLASH;
import static com.siacapp.doctor.entity.Fault.SIGN_IN_ELSEWHERE;
import static com.siacapp.doctor.entity.Fault.SIGN_IN_UNREACHABLE;
import static com.siacapp.doctor.entity.Fault.TOKEN_CACHEABLE;
import static com.siacapp.doctor.entity.Fault.TOKEN_ERROR;
import static com.siacapp.doctor.entity.Fault.TOKEN_NOT_CHECKED;
import static com.siacapp.doctor.entity.Fault.TOO_LONG;
import static com.siacapp.doctor.entity.Fault.UNEXPECTED_STATUS;
import static com.siacapp.doctor.entity.Fault.UPSTREAM_DOWN;
import static com.siacapp.doctor.entity.Fault.WELL_KNOWN_MISSING;
import static com.siacapp.doctor.entity.Fault.WRONG_HOST;

import com.siacapp.doctor.entity.Part;
import java.util.List;
import java.util.stream.Stream;

/** One fault of a proxy after the other, along the way that a client goes. */
final class ProxyFaults {

    private static final String RESOURCE_METADATA = "/.well-known/oauth-protected-resource";
    static final String SERVER_METADATA = "/.well-known/oauth-authorization-server";
    private static final String OPENID = "/.well-known/openid-configuration";

    private ProxyFaults() {}

    static Stream<ProxyFault> all() {
        return Stream.of(ofMetadata(), ofEndpoints()).flatMap(List::stream);
    }

    private static List<ProxyFault> ofMetadata() {
        return List.of(
                ProxyFault.answer(
                        POST_REDIRECTED,
                        Part.CHALLENGE,
                        "/mcp",
                        a -> a.withStatus(308).with("Location", "https://www.example.com/mcp")),
                ProxyFault.answer(WRONG_HOST, Part.CHALLENGE, "/mcp", page(404)),
                ProxyFault.answer(WRONG_HOST, Part.CHALLENGE, "/mcp", page(421)),
                ProxyFault.answer(NOT_PROTECTED, Part.CHALLENGE, "/mcp", page(200)),
                ProxyFault.answer(BLOCKED, Part.CHALLENGE, "/mcp", page(403)),
                ProxyFault.answer(POST_NOT_ALLOWED, Part.CHALLENGE, "/mcp", page(405)),
                ProxyFault.answer(UPSTREAM_DOWN, Part.CHALLENGE, "/mcp", page(502)),
                ProxyFault.answer(UPSTREAM_DOWN, Part.TOKEN, "/oauth/token", page(504)),
                ProxyFault.answer(UNEXPECTED_STATUS, Part.CHALLENGE, "/mcp", page(500)),
                ProxyFault.answer(NO_CHALLENGE, Part.CHALLENGE, "/mcp", a -> a.without("WWW-Authenticate")),
                ProxyFault.answer(
                        CHALLENGE_OF_ANOTHER_SCHEME,
                        Part.CHALLENGE,
                        "/mcp",
                        a -> a.with("WWW-Authenticate", "Basic realm=\"Staff only\"")),
                ProxyFault.answer(
                        CHALLENGE_WITHOUT_METADATA,
                        Part.CHALLENGE,
                        "/mcp",
                        a -> a.replacing("resource_metadata=", "something_else=")),
                ProxyFault.answer(
                        FOREIGN_METADATA,
                        Part.CHALLENGE,
                        "/mcp",
                        a -> a.with("WWW-Authenticate", "Bearer resource_metadata=\"https://other.example/metadata\"")),
                ProxyFault.answer(WELL_KNOWN_MISSING, Part.RESOURCE_METADATA, RESOURCE_METADATA + "/mcp", page(404)),
                ProxyFault.answer(
                        WELL_KNOWN_MISSING,
                        Part.RESOURCE_METADATA,
                        RESOURCE_METADATA,
                        a -> a.path().endsWith("/mcp") ? a : page(404).apply(a)),
                ProxyFault.answer(WELL_KNOWN_MISSING, Part.SERVER_METADATA, SERVER_METADATA, page(404)),
                ProxyFault.answer(WELL_KNOWN_MISSING, Part.SERVER_METADATA, OPENID, page(404)),
                ProxyFault.answer(
                        DOCUMENT_REDIRECTED,
                        Part.RESOURCE_METADATA,
                        RESOURCE_METADATA,
                        a -> a.withStatus(301).with("Location", "/elsewhere")),
                ProxyFault.answer(HTML_INSTEAD_OF_JSON, Part.RESOURCE_METADATA, RESOURCE_METADATA, page(200)),
                ProxyFault.answer(HTML_INSTEAD_OF_JSON, Part.SERVER_METADATA, SERVER_METADATA, page(200)),
                ProxyFault.answer(HTML_INSTEAD_OF_JSON, Part.REGISTRATION, "/oauth/register", page(403)),
                ProxyFault.answer(HTML_INSTEAD_OF_JSON, Part.TOKEN, "/oauth/token", page(400)),
                ProxyFault.answer(NOT_JSON, Part.SERVER_METADATA, SERVER_METADATA, a -> a.withBody("[]")),
                ProxyFault.answer(NOT_JSON, Part.SERVER_METADATA, SERVER_METADATA, a -> a.withBody("{\"issuer\":")),
                ProxyFault.answer(
                        TOO_LONG, Part.SERVER_METADATA, SERVER_METADATA, a -> a.withBody(" ".repeat(1 << 20))),
                ProxyFault.answer(
                        INVALID_MEMBER,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.withBody(
                                a.body().replaceAll("\"token_endpoint\":\"[^\"]*", "\"token_endpoint\":\"/token"))),
                ProxyFault.answer(
                        RESOURCE_MISMATCH,
                        Part.RESOURCE_METADATA,
                        RESOURCE_METADATA,
                        a -> a.replacing("/mcp\"", "/MCP\"")),
                ProxyFault.answer(
                        RESOURCE_SLASH,
                        Part.RESOURCE_METADATA,
                        RESOURCE_METADATA,
                        a -> a.replacing("/mcp\"", "/mcp/\"")),
                ProxyFault.answer(
                        NO_AUTHORIZATION_SERVER,
                        Part.RESOURCE_METADATA,
                        RESOURCE_METADATA,
                        a -> a.replacing("\"authorization_servers\"", "\"servers\"")),
                ProxyFault.answer(
                        ISSUER_MISMATCH, Part.SERVER_METADATA, SERVER_METADATA, issuer("https://old.example")),
                ProxyFault.answer(
                        ISSUER_SLASH,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.withBody(a.body().replaceAll("\"issuer\":\"([^\"]*)\"", "\"issuer\":\"$1/\""))),
                ProxyFault.answer(
                        NO_S256, Part.SERVER_METADATA, SERVER_METADATA, a -> a.replacing("\"S256\"", "\"plain\"")),
                ProxyFault.answer(
                        NO_PUBLIC_CLIENTS,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.replacing("\"none\"", "\"private_key_jwt\"")),
                ProxyFault.answer(
                        NO_CLIENT_DOCUMENTS,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.replacing("\"client_id_metadata_document_supported\":true", "\"none_of_them\":true")),
                ProxyFault.answer(
                        NO_ISS,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.replacing(
                                "\"authorization_response_iss_parameter_supported\":true",
                                "\"authorization_response_iss_parameter_supported\":false")),
                ProxyFault.answer(
                        NO_REFRESH,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.replacing("\"refresh_token\"", "\"implicit\"")),
                ProxyFault.answer(
                        ENDPOINT_MISSING,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.replacing("\"registration_endpoint\"", "\"registration\"")),
                ProxyFault.answer(
                        FOREIGN_ENDPOINT,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.withBody(a.body()
                                .replaceAll(
                                        "\"userinfo_endpoint\":\"[^\"]*",
                                        "\"userinfo_endpoint\":\"https://internal.example/userinfo"))));
    }

    private static List<ProxyFault> ofEndpoints() {
        return List.of(
                ProxyFault.answer(NO_KEYS, Part.KEYS, "/oauth/jwks", a -> a.withBody("{\"keys\": []}")),
                ProxyFault.answer(
                        PRIVATE_KEYS, Part.KEYS, "/oauth/jwks", a -> a.replacing("\"kid\"", "\"d\":\"AQ\",\"kid\"")),
                ProxyFault.answer(
                        REGISTRATION_LIMITED,
                        Part.REGISTRATION,
                        "/oauth/register",
                        a -> a.withStatus(429).with("Retry-After", "600")),
                ProxyFault.answer(
                        REGISTRATION_REFUSED,
                        Part.REGISTRATION,
                        "/oauth/register",
                        a -> a.withStatus(400).withBody("{\"error\": \"invalid_client_metadata\"}")),
                ProxyFault.answer(
                        REGISTRATION_CHANGED,
                        Part.REGISTRATION,
                        "/oauth/register",
                        a -> a.replacing("\"none\"", "\"client_secret_basic\"")),
                ProxyFault.request(
                        REDIRECT_REFUSED,
                        Part.AUTHORIZATION,
                        "/oauth/authorize",
                        r -> r.replacing("siac-connection-doctor", "cut")),
                ProxyFault.request(
                        AUTHORIZATION_ERROR,
                        Part.AUTHORIZATION,
                        "/oauth/authorize",
                        r -> r.withPath(r.path() + "&prompt=none")),
                ProxyFault.answer(
                        SIGN_IN_ELSEWHERE,
                        Part.AUTHORIZATION,
                        "/oauth/authorize",
                        a -> a.with("Location", "http://app-server-7.internal:8080/signin?return=%2F")),
                ProxyFault.answer(SIGN_IN_UNREACHABLE, Part.AUTHORIZATION, "/signin", page(404)),
                ProxyFault.answer(
                        TOKEN_CACHEABLE,
                        Part.TOKEN,
                        "/oauth/token",
                        a -> a.with("Cache-Control", "public, max-age=3600")),
                ProxyFault.answer(
                        CLIENT_FORGOTTEN,
                        Part.TOKEN,
                        "/oauth/token",
                        a -> a.withStatus(401).withBody("{\"error\": \"invalid_client\"}")),
                ProxyFault.request(
                        TOKEN_ERROR, Part.TOKEN, "/oauth/token", r -> r.replacing("grant_type=", "grant-type=")),
                ProxyFault.answer(
                        CODE_NOT_CHECKED,
                        Part.TOKEN,
                        "/oauth/token",
                        a -> a.withStatus(200).withBody("{\"access_token\": \"for anybody\"}")),
                ProxyFault.request(AUTHORIZATION_STRIPPED, Part.CALL, "/mcp", r -> r.without("Authorization")),
                ProxyFault.answer(
                        TOKEN_NOT_CHECKED,
                        Part.CALL,
                        "/mcp",
                        a -> a.header("WWW-Authenticate").orElse("").contains("invalid_token")
                                ? a.withStatus(200).withBody("{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}")
                                : a),
                ProxyFault.answer(
                        CORS_MISSING, Part.BROWSER, "/oauth/token", a -> a.without("Access-Control-Allow-Origin")),
                ProxyFault.request(
                        CLIENT_LEFT,
                        Part.CLEAN_UP,
                        "/oauth/register/",
                        r -> r.with("Authorization", "Bearer of nothing")));
    }
}
