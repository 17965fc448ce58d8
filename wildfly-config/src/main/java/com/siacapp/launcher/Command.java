package com.siacapp.launcher;

/** What the launcher can do. */
interface Command {

    void run();
}
