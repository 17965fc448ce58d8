package com.siacapp.pages.entity;

/** A page for somebody who is signed in: account and administration. All share one frame, the template {@code console}. */
public non-sealed interface ConsolePage extends Page {

    Frame frame();

    @Override
    default PageAddress address() {
        return frame().address();
    }
}
