package com.siacapp.metadata;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Settings;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Requests, and how they end. */
final class Cases {

    static final String ELSEWHERE = "https://elsewhere.test/";
    static final String NONSENSE = "nonsense";

    private final List<Case> all = new ArrayList<>();

    /** A request, and how it ends. */
    record Case(String operation, String outcome, Supplier<Answer> request) {

        boolean isSuccess() {
            return outcome.startsWith("2");
        }
    }

    /** For every operation that is described, requests that end in every way that is described. */
    static List<Case> ofEveryOperation() {
        var cases = new Cases();
        new RegistrationAnswers(cases).add();
        new AuthorizationAnswers(cases).add();
        new TokenAnswers(cases).add();
        return cases.all;
    }

    void add(String operation, String outcome, Supplier<Answer> request) {
        all.add(new Case(operation, outcome, request));
    }

    static Answer send(String method, String path, Map<String, String> headers) {
        return Http.send(path, method, BodyPublishers.noBody(), request -> {
            headers.forEach(request::header);
            return request;
        });
    }

    /** What the second of two such requests gets while the limit is one. */
    static Answer second(String limit, Supplier<Answer> request) {
        var answer = new AtomicReference<Answer>();
        Settings.with(limit, "1/PT10M", () -> {
            for (var time = 0; time < 2; time++) {
                answer.set(request.get());
            }
        });
        return answer.get();
    }
}
