package com.siacapp.metadata.control;

import com.siacapp.keys.boundary.KeyRing;
import com.siacapp.keys.entity.Secret;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A JSON document rendered once and sent as bytes, with an ETag. */
public final class PublishedDocument {

    private static final String CACHE = "public, max-age=" + KeyRing.JWKS_MAX_AGE.toSeconds();

    private final String json;
    private final byte[] bytes;
    private final EntityTag tag;

    public PublishedDocument(String json) {
        this.json = json;
        this.bytes = json.getBytes(StandardCharsets.UTF_8);
        this.tag = new EntityTag(new Secret(json).hash());
    }

    boolean says(String content) {
        return json.equals(content);
    }

    public Response answer(Request request) {
        var notModified = request.evaluatePreconditions(tag);
        var response = notModified == null
                ? Response.ok(Arrays.copyOf(bytes, bytes.length), MediaType.APPLICATION_JSON_TYPE)
                : notModified;
        return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, CACHE).build();
    }
}
