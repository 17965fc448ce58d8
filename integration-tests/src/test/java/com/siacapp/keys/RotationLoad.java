package com.siacapp.keys;

import com.siacapp.testkit.Keys;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Clients that refresh their tokens and call the MCP endpoint, over and over, until they are stopped. */
final class RotationLoad {

    /** How often keys rotate under load: modest by default, more by {@code -Dsiac.scale.rotations}. */
    static final int ROTATIONS = Integer.getInteger("siac.scale.rotations", 3);

    private static final int CLIENTS = Integer.getInteger("siac.scale.rotation-clients", 4);

    private final List<Thread> clients = new ArrayList<>();
    private final Map<OAuthClient, Integer> rounds = new HashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Set<String> keysSeen = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;

    private RotationLoad() {}

    static RotationLoad start() {
        var load = new RotationLoad();
        IntStream.range(0, CLIENTS).forEach(i -> load.add(OAuthClient.registered()));
        load.clients.forEach(Thread::start);
        return load;
    }

    /** Each client has refreshed and called once more, from beginning to end. */
    synchronized void awaitARoundOfEach() throws InterruptedException {
        // The round at hand may have begun before; the one after it has not.
        rounds.replaceAll((client, finished) -> 0);
        while (rounds.values().stream().anyMatch(finished -> finished < 2)) {
            wait();
        }
    }

    void stop() throws InterruptedException {
        running = false;
        for (var client : clients) {
            client.join();
        }
    }

    /** Every request that did not go well. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** The keys that signed their tokens. */
    Set<String> keysSeen() {
        return Set.copyOf(keysSeen);
    }

    private void add(OAuthClient client) {
        var first = client.tokensFor(Person.AUTHOR);
        rounds.put(client, 0);
        clients.add(new Thread(() -> {
            var tokens = first;
            while (running) {
                tokens = round(client, tokens);
                finished(client);
            }
        }));
    }

    private synchronized void finished(OAuthClient client) {
        rounds.merge(client, 1, Integer::sum);
        notifyAll();
    }

    private Tokens round(OAuthClient client, Tokens tokens) {
        try {
            var next = Tokens.of(client.refresh(tokens.refresh()));
            var key = Keys.of(next.access());
            keysSeen.add(key);
            expect(Keys.published().contains(key), "a token of a key that is not published");
            expect(Mcp.with(next.access()).ping().status() == 200, "a new token is refused");
            return next;
        } catch (AssertionError | RuntimeException failed) {
            failures.add(failed.toString());
            return tokens;
        }
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            failures.add(otherwise);
        }
    }
}
