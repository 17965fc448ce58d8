package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.METHOD_NOT_FOUND;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.ProtocolVersion;
import com.siacapp.protocol.entity.RpcMethod;
import java.util.Collection;
import java.util.Map;

/** The methods both eras share. */
public final class Methods {

    private static final String LIST = "/list";
    private static final String COMPLETE = "completion/complete";

    private final Map<String, RpcMethod> byName;

    public Methods(Collection<RpcMethod> methods) {
        byName = methods.stream().collect(toUnmodifiableMap(RpcMethod::name, identity()));
    }

    RpcMethod named(String name, ProtocolVersion version) {
        var method = byName.get(name);
        if (method == null || !method.isIn(version)) {
            throw METHOD_NOT_FOUND.because("this server does not have it");
        }
        return method;
    }

    /** What can be listed is what this server is capable of; it promises nothing beyond that, such as notices of change. */
    ObjectNode capabilities() {
        var capabilities = Json.object();
        byName.keySet().stream()
                .filter(name -> name.endsWith(LIST) && name.indexOf('/') == name.lastIndexOf('/'))
                .map(name -> name.substring(0, name.length() - LIST.length()))
                .sorted()
                .forEach(capabilities::putObject);
        if (byName.containsKey(COMPLETE)) {
            capabilities.putObject("completions");
        }
        byName.values()
                .forEach(method -> method.extensions()
                        .forEach((name, settings) ->
                                capabilities.withObjectProperty("extensions").set(name, settings)));
        return capabilities;
    }
}
