@NullMarked
package com.siacapp.clients.entity;

import org.jspecify.annotations.NullMarked;
