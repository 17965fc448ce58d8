package com.siacapp.resources.control;

import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Offer;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All resources, in the order of their URIs. */
public final class ResourceRegistry {

    private final TreeMap<String, DeclaredResource> byUri = new TreeMap<>();

    /** @throws BrokenDeclaration if one of them is declared wrongly */
    public ResourceRegistry(Collection<Offer> offers) {
        for (var offer : offers) {
            var resource = new DeclaredResource(BoundMethod.of(offer));
            if (byUri.put(resource.uri(), resource) != null) {
                throw new BrokenDeclaration("The resource %s is declared twice.".formatted(resource.uri()));
            }
        }
    }

    /** The resource of this URI, if the caller's role may know of it. */
    public Optional<DeclaredResource> find(String uri, Caller caller) {
        return Optional.ofNullable(byUri.get(uri)).filter(resource -> resource.isVisibleTo(caller));
    }

    /** The resources the caller's role may know of. */
    public Stream<DeclaredResource> visibleTo(Caller caller) {
        return byUri.values().stream().filter(resource -> resource.isVisibleTo(caller));
    }
}
