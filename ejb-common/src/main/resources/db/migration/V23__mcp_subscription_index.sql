-- Subscriptions are looked for by session only.
drop index mcp_subscription_uri;
