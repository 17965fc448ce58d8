package com.siacapp.resources.control;

import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Constraints;
import com.siacapp.protocol.entity.Offer;
import com.siacapp.users.entity.Role;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All resources and templates of resources, in the order of their URIs. */
public final class ResourceRegistry {

    /** RFC 3986 §2: what a URI may hold; none of ours is longer, and longer ones cannot be kept. */
    private static final Pattern URI = Pattern.compile("[!-~]{1,2048}");

    private final TreeMap<String, DeclaredResource> byUri = new TreeMap<>();
    private final TreeMap<String, DeclaredResourceTemplate> byTemplate = new TreeMap<>();

    /** @throws BrokenDeclaration if one of them is declared wrongly */
    public ResourceRegistry(Collection<Offer> resources, Collection<Offer> templates, Constraints constraints) {
        for (var offer : resources) {
            var resource = new DeclaredResource(BoundMethod.of(offer));
            if (byUri.put(resource.uri(), resource) != null) {
                throw new BrokenDeclaration("The resource %s is declared twice.".formatted(resource.uri()));
            }
        }
        for (var offer : templates) {
            var template = new DeclaredResourceTemplate(BoundMethod.of(offer), constraints);
            if (byTemplate.put(template.uriTemplate(), template) != null) {
                throw new BrokenDeclaration(
                        "The resource template %s is declared twice.".formatted(template.uriTemplate()));
            }
        }
    }

    /** Whether this can be the address of anything here at all. */
    public static boolean isUri(String text) {
        return URI.matcher(text).matches();
    }

    /** What this URI stands for, if the caller's role may know of it: a resource, else the first template that fits. */
    public Optional<Found> find(String uri, Caller caller) {
        if (!isUri(uri)) {
            return Optional.empty();
        }
        var resource = Optional.<Found>ofNullable(byUri.get(uri));
        return resource.or(() -> byTemplate.values().stream()
                        .flatMap(template -> template.at(uri).stream())
                        .findFirst())
                .filter(found -> found.access().isVisibleTo(caller.role()));
    }

    /** The same, if the caller's token may read it too. */
    public Optional<Found> findGranted(String uri, Caller caller) {
        return find(uri, caller).filter(found -> found.access().isGrantedTo(caller));
    }

    /** The template that is written like this, if a person of this role may know of it. */
    public Optional<DeclaredResourceTemplate> findTemplate(String uriTemplate, Role role) {
        return Optional.ofNullable(byTemplate.get(uriTemplate))
                .filter(template -> template.access().isVisibleTo(role));
    }

    /** The resources after this URI that a person of this role may know of. */
    public Stream<DeclaredResource> resourcesAfter(String uri, Role role) {
        return byUri.tailMap(uri, false).values().stream()
                .filter(resource -> resource.access().isVisibleTo(role));
    }

    /** The templates after this one that a person of this role may know of. */
    public Stream<DeclaredResourceTemplate> templatesAfter(String uriTemplate, Role role) {
        return byTemplate.tailMap(uriTemplate, false).values().stream()
                .filter(template -> template.access().isVisibleTo(role));
    }

    /** Whether some of them are views. */
    public boolean hasViews() {
        return byUri.values().stream().anyMatch(DeclaredResource::isView);
    }

    /** Whether this URI is a view. */
    public boolean isView(String uri) {
        return Optional.ofNullable(byUri.get(uri))
                .filter(DeclaredResource::isView)
                .isPresent();
    }
}
