package com.siacapp.pages.entity;

/**
 * After a sign-in for which no app waits. Posts {@code csrf} to sign out.
 *
 * @param signOut where the sign-out form is posted
 */
public record SignedInPage(PageAddress address, Person person, String signOut, String csrf) implements Page {

    @Override
    public String template() {
        return "signed-in";
    }
}
