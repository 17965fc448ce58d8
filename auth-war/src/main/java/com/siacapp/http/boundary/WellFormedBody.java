package com.siacapp.http.boundary;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A body that cannot be decoded, such as half a percent sequence in a form, is the sender's mistake and no fault of ours. */
@Provider
public class WellFormedBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        try {
            return body.proceed();
        } catch (IllegalArgumentException malformed) {
            throw new BadRequestException("The body cannot be decoded", malformed);
        }
    }
}
