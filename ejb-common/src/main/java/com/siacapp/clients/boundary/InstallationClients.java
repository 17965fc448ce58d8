package com.siacapp.clients.boundary;

import com.siacapp.audit.entity.Author;
import com.siacapp.clients.control.BlockedClients;
import com.siacapp.clients.entity.BlockReason;
import com.siacapp.users.control.Administrators;
import com.siacapp.users.entity.SignedInUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * The operator's hand on the clients that are no company's own: those that registered themselves and those that a
 * document describes. A blocked client stays stored, so that fetching its document again brings it back no more than
 * waiting does.
 */
@Stateless
public class InstallationClients {

    @Inject
    Administrators administrators;

    @Inject
    BlockedClients clients;

    /** From now on the client is refused everywhere and by everybody, and what it could do is over for good. */
    public boolean block(SignedInUser by, String id, BlockReason why) {
        return clients.block(id, why, operator(by));
    }

    /** People may connect it again. */
    public boolean unblock(SignedInUser by, String id) {
        return clients.unblock(id, operator(by));
    }

    private Author operator(SignedInUser by) {
        return Author.of(administrators.requireOperator(by).id());
    }
}
