package com.siacapp.pages.entity;

import java.net.URI;

/**
 * Tells a person that an app's request cannot be answered, and lets them go back to the app with that answer.
 *
 * @param app who asked
 * @param back where the answer goes, with it
 * @param error the protocol's name for what is wrong
 */
public record ReturnPage(PageAddress address, AskingApp app, URI back, String error) implements Page {

    @Override
    public String template() {
        return "return";
    }
}
