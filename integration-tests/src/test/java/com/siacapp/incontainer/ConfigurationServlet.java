package com.siacapp.incontainer;

import com.siacapp.configuration.boundary.BusinessSettings;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;

/** What the server under test would say of other settings if it started with them: a line for each problem. */
@WebServlet("/configuration")
public class ConfigurationServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        var before = new HashMap<String, String>();
        for (var key : Collections.list(request.getParameterNames())) {
            before.put(key, change(key, request.getParameter(key)));
        }
        try {
            response.setContentType("text/plain");
            response.setCharacterEncoding("UTF-8");
            response.getWriter().print(String.join("\n", BusinessSettings.problems()));
        } finally {
            before.forEach(ConfigurationServlet::change);
        }
    }

    /** Empty is unset. */
    private static String change(String key, String value) {
        var before = value.isEmpty() ? System.clearProperty(key) : System.setProperty(key, value);
        return before == null ? "" : before;
    }
}
