package com.siacapp.transport.boundary;

import static com.siacapp.protocol.entity.RpcError.INVALID_REQUEST;
import static com.siacapp.protocol.entity.RpcError.PARSE_ERROR;
import static jakarta.servlet.http.HttpServletResponse.SC_FORBIDDEN;
import static jakarta.servlet.http.HttpServletResponse.SC_METHOD_NOT_ALLOWED;
import static jakarta.servlet.http.HttpServletResponse.SC_UNAUTHORIZED;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.grants.boundary.AccessTokens;
import com.siacapp.grants.entity.Caller;
import com.siacapp.guards.boundary.RequestsInService;
import com.siacapp.installation.entity.Hosts;
import com.siacapp.protocol.boundary.Dispatcher;
import com.siacapp.protocol.control.Failures;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.protocol.entity.RpcException;
import com.siacapp.security.control.CallerPrincipal;
import com.siacapp.security.entity.BearerChallenge;
import com.siacapp.security.entity.Origins;
import com.siacapp.subscriptions.boundary.SessionStreams;
import com.siacapp.transport.control.Answers;
import com.siacapp.transport.control.Cors;
import com.siacapp.transport.control.HttpExchange;
import com.siacapp.transport.control.HttpRefusal;
import com.siacapp.transport.control.HttpRules;
import com.siacapp.transport.control.RunningCalls;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The MCP endpoint. Asynchronous, so that a stream needs no thread while it waits. */
@WebServlet(
        urlPatterns = {"", "/*"},
        asyncSupported = true)
public class McpEndpoint extends HttpServlet {

    /** How fast a body comes from those who mean well. */
    private static final Duration PROMPT = Duration.ofSeconds(1);

    @Inject
    Dispatcher dispatcher;

    @Inject
    AccessTokens accessTokens;

    @Inject
    Origins origins;

    @Inject
    Hosts hosts;

    @Inject
    BearerChallenge challenge;

    @Inject
    SessionStreams sessionStreams;

    @Inject
    RunningCalls calls;

    @Inject
    RequestsInService inService;

    @Inject
    Clock clock;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            HttpRules.requireOwnHost(request, hosts);
            HttpRules.requireEndpoint(request.getPathInfo());
            Cors.apply(request, response, origins);
            if (request.getMethod().equals("OPTIONS")) {
                Cors.answerPreflight(request, response);
            } else {
                serve(request, response);
            }
        } catch (HttpRefusal refused) {
            if (refused.status() == SC_METHOD_NOT_ALLOWED) {
                Cors.nameMethods(response);
            }
            var reason = INVALID_REQUEST.because(refused.reason());
            Answers.write(response, Reply.refusing(null, reason, refused.status()));
        } catch (InsufficientScope refused) {
            Answers.challenge(
                    response, SC_FORBIDDEN, challenge.forInsufficientScope(callerOf(request), refused.needed()));
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var user = callerOf(request).user();
        if (!inService.begin(user)) {
            Answers.write(response, Reply.tryingLater(null, 1));
            return;
        }
        try {
            answer(request, response);
        } finally {
            inService.end(user);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (HttpRules.isAboutSession(request.getMethod(), request.getHeader(Dispatcher.SESSION_ID))) {
            answerInSession(request, response);
            return;
        }
        HttpRules.requirePost(request.getMethod());
        HttpRules.requireJson(request.getContentType());
        var accept = Collections.list(request.getHeaders("Accept"));
        HttpRules.requireAcceptsJson(accept);
        var began = clock.instant();
        var body = HttpRules.read(request.getInputStream(), request.getContentLengthLong(), clock);
        var caller = stillCalling(callerOf(request), began);
        if (caller.isEmpty()) {
            response.sendError(SC_UNAUTHORIZED);
            return;
        }
        var exchange = new HttpExchange(request, response, HttpRules.acceptsEvents(accept), clock);
        calls.add(exchange);
        try {
            replyTo(body, request, caller.get(), exchange).ifPresent(exchange::answer);
        } finally {
            calls.release(exchange);
        }
    }

    /** The token was looked at before the body came: whoever sent that slowly is looked at again. */
    private Optional<Caller> stillCalling(Caller caller, Instant began) {
        var now = clock.instant();
        return began.plus(PROMPT).isAfter(now)
                ? Optional.of(caller)
                : accessTokens.asOfNow(caller).filter(known -> now.isBefore(known.expiresAt()));
    }

    /** 2025-11-25, basic/transports: GET and DELETE. */
    private void answerInSession(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("DELETE")) {
            Answers.write(response, dispatcher.end(headersOf(request), callerOf(request)));
            return;
        }
        HttpRules.requireAcceptsEvents(Collections.list(request.getHeaders("Accept")));
        var refusal = dispatcher.refusal(callerOf(request));
        if (refusal.isPresent()) {
            Answers.write(response, refusal.get());
            return;
        }
        try {
            var exchange = new HttpExchange(request, response, true, clock);
            sessionStreams.open(headersOf(request), only(request, "Last-Event-ID"), callerOf(request), exchange);
        } catch (RuntimeException failure) {
            Answers.write(response, Failures.reply(null, failure));
        }
    }

    private Optional<Reply> replyTo(byte[] body, HttpServletRequest request, Caller caller, HttpExchange exchange) {
        try {
            return dispatcher.dispatch(parsed(body), headersOf(request), caller, exchange);
        } catch (RpcException unreadable) {
            return Optional.of(dispatcher.replyToNonsense(null, unreadable, caller));
        }
    }

    private static Caller callerOf(HttpServletRequest request) {
        return ((CallerPrincipal) request.getUserPrincipal()).caller();
    }

    private static JsonNode parsed(byte[] body) {
        try {
            var json = Json.MAPPER.readTree(body);
            if (json.isMissingNode()) {
                throw PARSE_ERROR.because("the body is empty");
            }
            return json;
        } catch (StreamConstraintsException tooMuch) {
            throw INVALID_REQUEST.because(
                    "the body is nested deeper than %d levels or has more than %d names and values"
                            .formatted(Json.MAX_DEPTH, Json.MAX_TOKENS));
        } catch (IOException malformed) {
            throw PARSE_ERROR.because("the body is not one well-formed JSON value");
        }
    }

    private static RequestHeaders headersOf(HttpServletRequest request) {
        return new RequestHeaders(
                only(request, "MCP-Protocol-Version"),
                only(request, "Mcp-Method"),
                only(request, "Mcp-Name"),
                paramsOf(request),
                only(request, Dispatcher.SESSION_ID),
                request.getHeader("Accept-Language"),
                request.getHeader("User-Agent"));
    }

    private static Map<String, String> paramsOf(HttpServletRequest request) {
        var params = new HashMap<String, String>();
        for (var header : Collections.list(request.getHeaderNames())) {
            var name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(RequestHeaders.PARAM)) {
                params.put(
                        name.substring(RequestHeaders.PARAM.length()),
                        String.join(", ", Collections.list(request.getHeaders(header))));
            }
        }
        return params;
    }

    /** A header sent twice is one of both values (RFC 9110 §5.2), so that nobody can pick the one that suits. */
    private static @Nullable String only(HttpServletRequest request, String header) {
        var values = request.getHeaders(header);
        return values.hasMoreElements() ? String.join(", ", Collections.list(values)) : null;
    }
}
