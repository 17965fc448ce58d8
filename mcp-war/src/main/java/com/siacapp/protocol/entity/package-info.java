@NullMarked
package com.siacapp.protocol.entity;

import org.jspecify.annotations.NullMarked;
