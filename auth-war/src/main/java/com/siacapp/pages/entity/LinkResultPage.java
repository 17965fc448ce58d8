package com.siacapp.pages.entity;

/**
 * After a one-time link.
 *
 * @param isDone whether it did its work; else it cannot be used, for whatever reason
 * @param signIn where one signs in
 */
public record LinkResultPage(PageAddress address, boolean isDone, String signIn) implements Page {

    @Override
    public String template() {
        return "link-result";
    }
}
