package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.DOCUMENT_REDIRECTED;
import static com.siacapp.doctor.entity.Fault.HTML_INSTEAD_OF_JSON;
import static com.siacapp.doctor.entity.Fault.NOT_JSON;
import static com.siacapp.doctor.entity.Fault.POST_REDIRECTED;
import static com.siacapp.doctor.entity.Fault.TOO_LONG;
import static com.siacapp.doctor.entity.Fault.UNEXPECTED_STATUS;
import static com.siacapp.doctor.entity.Fault.UPSTREAM_DOWN;
import static com.siacapp.doctor.entity.Fault.WELL_KNOWN_MISSING;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.WebAddress;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What some server answered.
 *
 * @param isCut whether there was more of the body than anybody should send us
 */
record Answer(WebAddress from, int status, HttpHeaders headers, String body, boolean isCut) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    boolean isRedirect() {
        return status >= 300 && status < 400 && header("Location").isPresent();
    }

    String location() {
        return header("Location").orElse("");
    }

    boolean isHtml() {
        return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("html")
                || body.stripLeading().startsWith("<");
    }

    /** RFC 9111 §5.2.2.5. */
    boolean isStoredByNobody() {
        return headers.allValues("Cache-Control").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("no-store"));
    }

    /** The clock of whoever sent it, to the second (RFC 9110 §6.6.1). */
    Optional<Instant> date() {
        try {
            return header("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** A document that is published at this address, else why it is none. */
    JsonNode document() throws DeadEnd {
        requireNoGatewayError();
        if (isRedirect()) {
            throw new DeadEnd(Finding.of(DOCUMENT_REDIRECTED, from, location()));
        }
        if (status != 200) {
            throw new DeadEnd(Finding.of(WELL_KNOWN_MISSING, from, status));
        }
        return json();
    }

    /** What an endpoint answers to a POST, good or bad, else why it is no answer of its. */
    JsonNode reply() throws DeadEnd {
        requireNoGatewayError();
        if (isRedirect()) {
            throw new DeadEnd(Finding.of(POST_REDIRECTED, from, status, location()));
        }
        if (isHtml()) {
            throw new DeadEnd(Finding.of(HTML_INSTEAD_OF_JSON, from, status));
        }
        if (status >= 500) {
            throw new DeadEnd(Finding.of(UNEXPECTED_STATUS, from, status));
        }
        return json();
    }

    /** What a proxy says when it does not reach what is behind it. */
    void requireNoGatewayError() throws DeadEnd {
        if (status == 502 || status == 503 || status == 504) {
            throw new DeadEnd(Finding.of(UPSTREAM_DOWN, from, status));
        }
    }

    private JsonNode json() throws DeadEnd {
        if (isCut) {
            throw new DeadEnd(Finding.of(TOO_LONG, from));
        }
        if (isHtml()) {
            throw new DeadEnd(Finding.of(HTML_INSTEAD_OF_JSON, from, status));
        }
        try {
            var json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException malformed) {
            // The same as JSON that is no object.
        }
        throw new DeadEnd(Finding.of(NOT_JSON, from, status));
    }
}
