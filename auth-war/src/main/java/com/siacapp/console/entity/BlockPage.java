package com.siacapp.console.entity;

import com.siacapp.clients.entity.BlockReason;
import com.siacapp.grants.entity.ConnectedClient;
import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.Frame;

/**
 * Asks once more, and why, before a client is blocked for the whole installation. Posts {@code reason} and {@code csrf}.
 *
 * @param connections how many end by it
 * @param isRefused whether nothing was done just now because there was no reason
 */
public record BlockPage(Frame frame, String csrf, Source source, long connections, String typed, boolean isRefused)
        implements ConsolePage {

    public static BlockPage of(Frame frame, String csrf, ConnectedClient client, String typed, boolean isRefused) {
        return new BlockPage(frame, csrf, Source.of(client), client.grants(), typed, isRefused);
    }

    @Override
    public String template() {
        return "console-block";
    }

    public int longest() {
        return BlockReason.LONGEST;
    }
}
