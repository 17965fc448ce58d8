package com.siacapp.pages.entity;

import java.util.List;

/**
 * What every page of the console shows around its content.
 *
 * @param person who is signed in
 * @param sections where this person may go
 * @param current where they are
 * @param notices what just happened, if anything did
 * @param csrf the token with which {@code /signout} is posted
 */
public record Frame(
        PageAddress address,
        Person person,
        List<Section> sections,
        Section current,
        List<Notice> notices,
        String csrf) {

    public Frame {
        sections = List.copyOf(sections);
        notices = List.copyOf(notices);
    }
}
