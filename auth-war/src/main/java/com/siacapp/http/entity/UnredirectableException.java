package com.siacapp.http.entity;

import com.siacapp.pages.entity.ErrorPage.Problem;

/**
 * A request whose error must not be redirected, because nothing proves that the address is the client's
 * (OAuth 2.1 §4.1.2.1): the person is told instead.
 */
public class UnredirectableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    public UnredirectableException(Problem problem, String reason) {
        super(reason);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
