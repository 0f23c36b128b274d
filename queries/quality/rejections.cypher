// What was seen and not used, for which reasons, how often? 舍弃原因
MATCH (j:Rejection)-[:`IN`]->(a:Article)
WHERE ($reason IS NULL OR j.reason CONTAINS $reason)
  AND ($from IS NULL OR a.latest >= date($from))
  AND ($to IS NULL OR a.earliest <= date($to))
RETURN j.reason AS reason, count(DISTINCT j.id) AS times, min(j.quote) AS example, count(DISTINCT a.id) AS articles,
       collect(DISTINCT j.id) AS fact_ids
ORDER BY times DESC, reason
LIMIT $limit
