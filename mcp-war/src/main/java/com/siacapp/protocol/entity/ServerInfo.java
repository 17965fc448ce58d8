package com.siacapp.protocol.entity;

/**
 * How this server presents itself.
 *
 * @param instructions for the model; clients may read the first 512 characters only (OpenAI, plugins/build/mcp-server)
 */
public record ServerInfo(String name, String title, String version, String instructions) {}
