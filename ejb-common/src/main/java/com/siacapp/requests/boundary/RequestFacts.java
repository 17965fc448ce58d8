package com.siacapp.requests.boundary;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/**
 * What is found out about the request at hand while it is worked on, for its line in the log, its number and its span. Each
 * is empty as long as nobody said it, and none is what the asking program merely wrote.
 */
@RequestScoped
public class RequestFacts {

    private String route = "";
    private String error = "";
    private String user = "";
    private String client = "";

    /** The template of the address that answers, such as {@code /oauth/register/{client_id}}. */
    public void isFor(String template) {
        route = template;
    }

    /** The name of the error it is answered with, one of a known set. */
    public void refusedWith(String name) {
        error = name;
    }

    public void comesFrom(UUID person) {
        user = person.toString();
    }

    /** A client there is; whether it proved to be that one is another matter. */
    public void comesBy(String clientId) {
        client = clientId;
    }

    public String route() {
        return route;
    }

    public String error() {
        return error;
    }

    public String user() {
        return user;
    }

    public String client() {
        return client;
    }
}
