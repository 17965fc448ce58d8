package com.siacapp.pages.entity;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * After a sign-out.
 *
 * @param signIn where one signs in again
 * @param back where the app that asked for the sign-out wants to go on
 */
public record SignedOutPage(
        PageAddress address, String signIn, @Nullable URI back) implements Page {

    @Override
    public String template() {
        return "signed-out";
    }
}
