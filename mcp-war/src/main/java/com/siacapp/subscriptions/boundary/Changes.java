package com.siacapp.subscriptions.boundary;

import com.siacapp.signals.boundary.Signals;
import com.siacapp.signals.entity.Audience;
import com.siacapp.signals.entity.Signal;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says that something changed which clients may be listening for. All nodes hear it, and each tells those of its clients
 * whom it concerns, who asked for it and who may know of it. Boundaries of {@code ejb-common} send the same signals
 * themselves, in the transaction of the change.
 */
@ApplicationScoped
public class Changes {

    @EJB
    Signals signals;

    /** The list of tools is another for these people. */
    public void toolsChanged(Audience whose) {
        signals.send(Signal.toolsChanged(whose));
    }

    /** The list of prompts is another for these people. */
    public void promptsChanged(Audience whose) {
        signals.send(Signal.promptsChanged(whose));
    }

    /** The list of resources is another for these people. */
    public void resourcesChanged(Audience whose) {
        signals.send(Signal.resourcesChanged(whose));
    }

    /** What these people read at this address is another. */
    public void resourceUpdated(Audience whose, String uri) {
        signals.send(Signal.resourceUpdated(whose, uri));
    }
}
