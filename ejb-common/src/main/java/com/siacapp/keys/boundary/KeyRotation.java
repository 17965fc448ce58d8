package com.siacapp.keys.boundary;

import com.siacapp.audit.entity.Author;
import com.siacapp.installation.boundary.Operators;
import com.siacapp.keys.control.KeyChanges;
import com.siacapp.keys.control.SigningKeys;
import com.siacapp.keys.entity.KeySummary;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Replaces keys, on schedule and on command. Several nodes may do it at once: the first does, the others find it done.
 * Every node knows within a second, this one as soon as it is done. Whoever commands is asked again whether they run the
 * installation.
 */
@Stateless
public class KeyRotation {

    @Inject
    SigningKeys keys;

    @EJB
    KeyChanges changes;

    @Inject
    KeyRing ring;

    @Inject
    Operators operators;

    /** The keys of each algorithm that count, the one that signs last first, then some of those that did. */
    public List<KeySummary> all(UUID operator) {
        operators.requireOperator(operator);
        return keys.summaries();
    }

    /**
     * Publishes the next keys, which sign when everybody can know them. Nothing happens while some wait already; whether
     * there are new ones.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean rotate(UUID operator) {
        return knownHere(changes.rotate(Author.of(operator)));
    }

    /**
     * A key is compromised: it and everything it signed is refused at once, and another takes its place. Whether it counted
     * until now.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean retire(String keyId, UUID operator) {
        return knownHere(changes.retire(keyId, Author.of(operator)));
    }

    /** Does what is due by the clock. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void keepSchedule() {
        knownHere(changes.keepSchedule());
    }

    /** After the change is committed: with a key that may yet be taken back, nothing is signed. */
    private boolean knownHere(boolean isChanged) {
        if (isChanged) {
            ring.reload();
        }
        return isChanged;
    }
}
