package dev.groundswell.peer;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.rest.core.annotation.RepositoryRestResource;

@RepositoryRestResource(path = "losses")
interface LostDeals extends JpaRepository<LostDeal, Long> {}
