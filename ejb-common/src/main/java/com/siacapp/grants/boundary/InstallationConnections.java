package com.siacapp.grants.boundary;

import com.siacapp.grants.control.ConnectedClients;
import com.siacapp.grants.entity.ConnectedClient;
import com.siacapp.users.control.Administrators;
import com.siacapp.users.entity.SignedInUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The clients of the whole installation, but for those that companies registered for themselves: the operator's view. */
@Stateless
public class InstallationConnections {

    /** As many clients as a list holds at most. */
    public static final int MOST = ConnectedClients.MOST;

    @Inject
    Administrators administrators;

    @Inject
    ConnectedClients clients;

    /** Those whose name or id contains this text, see {@link ConnectedClients#list}. */
    public List<ConnectedClient> list(SignedInUser by, String text) {
        administrators.requireOperator(by);
        return clients.list(text);
    }

    public Optional<ConnectedClient> find(SignedInUser by, String id) {
        administrators.requireOperator(by);
        return clients.find(id);
    }
}
