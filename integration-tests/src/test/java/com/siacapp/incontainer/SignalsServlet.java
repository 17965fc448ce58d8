package com.siacapp.incontainer;

import static jakarta.transaction.Status.STATUS_ACTIVE;

import com.siacapp.signals.boundary.Signals;
import com.siacapp.signals.entity.Signal;
import com.siacapp.signals.entity.Subscription;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What this node hears by signals since it started, a line each, and a way to send some. */
@WebServlet(urlPatterns = "/signals", loadOnStartup = 1)
public class SignalsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** The subject of signals at which a consumer fails. */
    private static final String FATAL = "fatal";

    private static final long LONGEST_WAIT_MILLIS = 1000;

    @EJB(lookup = "java:app/ejb-common/Signals")
    private transient Signals signals;

    @Resource
    private transient UserTransaction transaction;

    private final transient List<Signal> heard = new ArrayList<>();
    private transient List<Subscription> subscriptions = List.of();

    /** Whoever fails is told first. */
    @Override
    public void init() {
        subscriptions = List.of(signals.subscribe(SignalsServlet::fail), signals.subscribe(this::note));
    }

    @Override
    public void destroy() {
        subscriptions.forEach(Subscription::close);
    }

    private static void fail(Signal signal) {
        if (signal.subject().equals(FATAL)) {
            throw new IllegalStateException("This consumer fails, as the test wants it");
        }
    }

    private void note(Signal signal) {
        synchronized (heard) {
            heard.add(signal);
            heard.notifyAll();
        }
    }

    /** With {@code from}, what was heard from there on, as soon as there is any; without, how many were heard so far. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var from = request.getParameter("from");
        response.setContentType("text/plain;charset=UTF-8");
        synchronized (heard) {
            response.getWriter().print(from == null ? "" + heard.size() : heardFrom(Integer.parseInt(from)));
        }
    }

    private String heardFrom(int from) {
        synchronized (heard) {
            try {
                if (heard.size() <= from) {
                    heard.wait(LONGEST_WAIT_MILLIS);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return String.join(
                    "\n",
                    heard.subList(from, heard.size()).stream()
                            .map(Signal::payload)
                            .toList());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setCharacterEncoding("UTF-8");
        switch (request.getParameter("do")) {
            case "commit" -> send(request, true);
            case "roll back" -> send(request, false);
            case "listening" -> response.getWriter().print(subscriptions.get(0).isListening());
            case "listeners" -> response.getWriter().print(listeners());
            default -> response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void send(HttpServletRequest request, boolean commits) throws ServletException {
        var signal = Signal.of(request.getParameter("signal")).orElseThrow();
        try {
            transaction.begin();
            try {
                signals.send(signal);
            } finally {
                if (commits && transaction.getStatus() == STATUS_ACTIVE) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
            }
        } catch (Exception failed) {
            throw new ServletException(failed);
        }
    }

    /** How many threads of the whole server listen. */
    private static long listeners() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("siac-signals"))
                .count();
    }
}
