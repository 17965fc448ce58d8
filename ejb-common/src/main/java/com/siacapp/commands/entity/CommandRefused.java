package com.siacapp.commands.entity;

/** Why a command is not done, in one sentence without its full stop. Nothing was changed. */
public class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandRefused(String sentence) {
        super(sentence);
    }
}
