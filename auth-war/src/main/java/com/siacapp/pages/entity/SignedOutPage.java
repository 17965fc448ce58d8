package com.siacapp.pages.entity;

/**
 * After a sign-out.
 *
 * @param signIn where one signs in again
 */
public record SignedOutPage(PageAddress address, String signIn) implements Page {

    @Override
    public String template() {
        return "signed-out";
    }
}
